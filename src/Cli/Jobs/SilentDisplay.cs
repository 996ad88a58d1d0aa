namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Shows nothing.</summary>
internal sealed class SilentDisplay : IProgressDisplay
{
    public void Advance(ProgressLine line) { }

    public void Finish(FinishedKata kata) { }

    public void Tick() { }
}
