namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>What the claims of a kata said about one wrong program.</summary>
public sealed record Outcome
{
    /// <summary>The mutant's or the impostor's name.</summary>
    public required string Id { get; init; }

    /// <summary>What became of it.</summary>
    public required OutcomeStatus Status { get; init; }

    /// <summary>The claims that failed.</summary>
    public IReadOnlyList<string> KilledBy { get; init; } = [];

    /// <summary>Why it was not judged, or what the first claim that failed said.</summary>
    public string? Reason { get; init; }

    /// <summary>What was changed; null for an impostor, which is a program of its own.</summary>
    public OutcomeChange? Change { get; init; }
}
