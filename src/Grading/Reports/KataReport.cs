namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One kata of one submission.</summary>
public sealed record KataReport
{
    /// <summary>The kata's folder name.</summary>
    public required string Kata { get; init; }

    /// <summary>Its title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the folder that was graded; of the one around it when that is called <c>katas</c>.</summary>
    public required string Submission { get; init; }

    /// <summary>Where its files lie in the submission: the kata's name, or <c>.</c> for a submission of one kata; null when unknown.</summary>
    public string? Folder { get; init; }

    /// <summary>What became of it.</summary>
    public required KataStatus Status { get; init; }

    /// <summary>One line that explains a status other than passed and failed; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Sum of the claims' points.</summary>
    public int Points => Claims.Sum(c => c.Points);

    /// <summary>Sum of the claims' points to be had.</summary>
    public int MaxPoints => Claims.Sum(c => c.MaxPoints);

    /// <summary>Compiler errors and broken rules.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>One entry per claim, in the order of the grader's source.</summary>
    public IReadOnlyList<ClaimReport> Claims { get; init; } = [];

    /// <summary>One line per configuration: what was explored, how much of it, and whether that is all there is.</summary>
    public IReadOnlyList<ExplorationReport> Explorations { get; init; } = [];

    /// <summary>How soon chance finds that it is wrong; null unless that was asked for.</summary>
    public DetectionReport? Detection { get; init; }

    /// <summary>What kept the submission in: <c>limited processes</c>, <c>bubblewrap</c>.</summary>
    public required string Isolation { get; init; }
}
