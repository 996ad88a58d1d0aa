namespace ConcurrencyKatas.Scheduling;

/// <summary>How far a bounded search came.</summary>
/// <param name="Runs">Runs taken.</param>
/// <param name="Moments">Moments thought out: states of programs, as far as anybody could tell them apart.</param>
/// <param name="Bound">
/// The largest number of preemptions such that no schedule with as many or fewer is left to try; null when not even those
/// without any were all tried.
/// </param>
/// <param name="RunsOfBound">How many of the runs it took to know that; 0 when nothing is known.</param>
/// <param name="Complete">Whether no schedule is left, whatever its preemptions.</param>
/// <param name="Obstacle">Why it can never come further, in a sentence; null when it is complete, or only needs more runs.</param>
public sealed record BoundedResult(
    int Runs,
    long Moments,
    int? Bound,
    int RunsOfBound,
    bool Complete,
    string? Obstacle = null
);
