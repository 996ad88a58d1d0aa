namespace ConcurrencyKatas.Grading.Reports;

/// <summary>How soon chance meets the failure of a submission. For maintainers, who ask for it: see <see cref="Jobs.DetectionRequest"/>.</summary>
public sealed record DetectionReport
{
    /// <summary>In what it is found; null for a submission that does not fail.</summary>
    public DetectionMeans? Means { get; init; }

    /// <summary>With how many seeds the portfolio was tried alone, without any proof.</summary>
    public int Seeds { get; init; }

    /// <summary>With how many of them it found the failure.</summary>
    public int Found { get; init; }

    /// <summary>
    /// After how many schedules, counted over the sizes of the claim, half of the seeds had found it; null when fewer did.
    /// </summary>
    public int? MedianSchedules { get; init; }

    /// <summary>After how many runs the proof alone, without any schedule that is sampled, finds it; null when it does not.</summary>
    public int? ProofRuns { get; init; }

    /// <summary>What came of plain runs for real; null when there were none, or nothing in them could show the failure.</summary>
    public PlainRunsReport? Plain { get; init; }

    /// <summary>
    /// Whether the claim needs more than plain runs show, operations on a lock for instance: it cannot fail there, and they say
    /// nothing.
    /// </summary>
    public bool NeedsOperations { get; init; }

    /// <summary>
    /// Of a submission that does not fail: the tests whose claims find something in plain runs all the same, since what they
    /// look at is not seen there. Their plain runs say nothing.
    /// </summary>
    public IReadOnlyList<string> Blind { get; init; } = [];
}
