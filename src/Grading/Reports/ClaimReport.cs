namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One claim of one kata.</summary>
public sealed record ClaimReport
{
    /// <summary>The test method's name: <c>Never_more_guests_than_rooms</c>.</summary>
    public required string Test { get; init; }

    /// <summary>The claim as a sentence: <c>Never more guests than rooms</c>.</summary>
    public required string Claim { get; init; }

    /// <summary>What became of it.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Points given.</summary>
    public required int Points { get; init; }

    /// <summary>Points to be had.</summary>
    public required int MaxPoints { get; init; }

    /// <summary>How sure: <c>PROVED (254 classes; …)</c>, <c>SAMPLED (200 schedules, 143 distinct)</c>; null when not passed.</summary>
    public string? Verdict { get; init; }

    /// <summary>Why it was skipped, not shown, or could not be graded; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The failing run; null unless failed.</summary>
    public Evidence? Evidence { get; init; }
}
