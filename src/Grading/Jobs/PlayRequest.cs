namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>What somebody wants who plays: chooses which process moves next.</summary>
public sealed record PlayRequest
{
    /// <summary>The size, by its name, its slug or a part of that; null for the first one that is proved.</summary>
    public string? Size { get; init; }

    /// <summary>Letters in a line of the drawn run.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Lines of the drawn run at most; its middle gives way.</summary>
    public int Lines { get; init; } = 20;
}
