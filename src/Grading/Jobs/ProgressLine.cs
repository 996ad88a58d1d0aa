namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>One line of <c>progress.ndjson</c>: what the Graders are doing now.</summary>
public sealed record ProgressLine
{
    /// <summary>The submission's label.</summary>
    public required string Label { get; init; }

    /// <summary>The kata's folder name.</summary>
    public required string Kata { get; init; }

    /// <summary>The size, <c>3 guests, 2 rooms</c>; null while there is none.</summary>
    public string? Configuration { get; init; }

    /// <summary>Which part of the work: <c>compile</c>, <c>portfolio</c>, <c>proof</c>…</summary>
    public required string Phase { get; init; }

    /// <summary>How much of it is done.</summary>
    public int Done { get; init; }

    /// <summary>Of how much; null when nobody knows.</summary>
    public int? Of { get; init; }

    /// <summary>A few words; null when there is no more to say.</summary>
    public string? Text { get; init; }
}
