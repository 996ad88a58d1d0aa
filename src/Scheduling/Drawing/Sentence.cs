namespace ConcurrencyKatas.Scheduling;

/// <summary>A failure in one sentence.</summary>
/// <param name="Pattern">The name of what went wrong: <c>lock-order inversion</c>; null when it has none.</param>
/// <param name="Text">The sentence, with actors, objects and source lines.</param>
/// <param name="Source">The place in the submission that it points at first; null when none is known.</param>
public sealed record Sentence(string? Pattern, string Text, SourceLine? Source);
