namespace ConcurrencyKatas.Compiler.Protocol;

/// <summary>One compile error or broken rule.</summary>
/// <param name="File">As named in the request; empty when no file is meant.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
/// <param name="Id">The C# compiler's id (<c>CS1002</c>) or the rule's (<c>KATA03</c>).</param>
/// <param name="Message">What is wrong, why, and what to do instead.</param>
public sealed record Complaint(string File, int Line, int Column, string Id, string Message);
