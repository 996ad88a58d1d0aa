namespace ConcurrencyKatas.Grading.Playing;

/// <summary>What is played.</summary>
public sealed record PlayOpening
{
    /// <summary>The size that is played; null when there is none, or more than one, of the wanted name.</summary>
    public string? Size { get; init; }

    /// <summary>All sizes of the kata.</summary>
    public required IReadOnlyList<string> Sizes { get; init; }

    /// <summary>Whether it is the program as it was handed out.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>Claims that no single run of this size can break.</summary>
    public IReadOnlyList<string> Unplayable { get; init; } = [];
}
