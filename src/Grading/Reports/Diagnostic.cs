namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One complaint about a place in a submission: the compiler's, or a broken rule.</summary>
/// <param name="File">Relative to the kata's folder.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
/// <param name="Id">The compiler's id (<c>CS1002</c>) or the rule's (<c>KATA03</c>).</param>
/// <param name="Message">What is wrong and what to do instead.</param>
public sealed record Diagnostic(string File, int Line, int Column, string Id, string Message);
