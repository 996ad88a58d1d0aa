using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>What makes one mutant of a file.</summary>
/// <param name="Site">The node that a report points at; it holds every edit.</param>
/// <param name="Edits">The edits, in any order; they do not overlap.</param>
public sealed record Change(SyntaxNode Site, params IReadOnlyList<TextChange> Edits);
