using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Shows how far a grading is.</summary>
internal interface IProgressDisplay
{
    /// <summary>The Graders said something.</summary>
    void Advance(ProgressLine line);

    /// <summary>One kata of one submission is finished.</summary>
    void Finish(FinishedKata kata);

    /// <summary>Some time went by; animations move on.</summary>
    void Tick();
}
