namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Why a run breaks a claim.</summary>
/// <param name="Sentence">One sentence that names actors and numbers.</param>
/// <param name="Step">The faulty step, when one step is to blame.</param>
/// <param name="Pattern">The bug's name, when it is known: <c>lost update</c>.</param>
public sealed record Violation(string Sentence, int? Step = null, string? Pattern = null);
