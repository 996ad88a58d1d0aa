namespace ConcurrencyKatas.Compiler.Protocol;

/// <summary>One file of source text, as it travels in a request.</summary>
/// <param name="Name">Relative to the kata's folder, with forward slashes: <c>Spa.cs</c>, <c>Given/Room.cs</c>.</param>
/// <param name="Text">The whole text.</param>
public sealed record SourceFile(string Name, string Text);
