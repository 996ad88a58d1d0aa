namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>A stage that is told what it runs, so that one stage serves one submission after another.</summary>
/// <remarks>Used by one thread at a time; that thread is pinned while a run goes on (see <see cref="Pin"/>).</remarks>
public interface IProgramStage : IStage, IDisposable
{
    /// <summary>Whether each point reports its source line.</summary>
    bool WalksStacks { get; set; }

    /// <summary>Chooses what the coming runs run.</summary>
    void Stage(StagedProgram program);

    /// <summary>Pins the calling thread to the stage's processor until the result is disposed.</summary>
    IDisposable Pin();
}
