namespace ConcurrencyKatas.Grading.Reports;

/// <summary>How one configuration of a kata was explored.</summary>
/// <param name="Configuration">Its name: <c>3 guests, 2 rooms</c>.</param>
/// <param name="Schedules">Runs of the portfolio.</param>
/// <param name="Distinct">How many of them were different interleavings.</param>
/// <param name="ProofRuns">Runs of the proof; 0 when no proof was tried.</param>
/// <param name="Proved">Whether the proof covered every interleaving of this size.</param>
/// <param name="Verdict">The line for people.</param>
public sealed record ExplorationReport(
    string Configuration,
    int Schedules,
    int Distinct,
    int ProofRuns,
    bool Proved,
    string Verdict
)
{
    /// <summary>
    /// The largest number of preemptions such that every schedule with as many or fewer was covered; null when no such
    /// number is known, or everything is proved.
    /// </summary>
    public int? Bound { get; init; }

    /// <summary>Runs of the bounded search; null when there was none.</summary>
    public int? BoundedRuns { get; init; }
}
