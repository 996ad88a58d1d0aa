namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>One row of the table of what is rewritten.</summary>
/// <param name="FromType">Full name of a framework type.</param>
/// <param name="FromMethod">A static method or accessor of it; <see langword="null"/> replaces the whole type.</param>
/// <param name="ToType">The name of a type in <c>ConcurrencyKatas.Control</c>.</param>
/// <param name="ToMethod">Its method with the same parameters and result.</param>
internal sealed record Redirection(string FromType, string? FromMethod, string ToType, string? ToMethod);
