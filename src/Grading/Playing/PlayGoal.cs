namespace ConcurrencyKatas.Grading.Playing;

/// <summary>A claim that a player may break.</summary>
/// <param name="Claim">The claim, as a sentence.</param>
/// <param name="Broken">How the run breaks it, in a sentence; null while it holds.</param>
public sealed record PlayGoal(string Claim, string? Broken);
