using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>A right program with one change.</summary>
public sealed record Mutant
{
    /// <summary>
    /// Names it in reports and in NOTES.md: <c>Spa.cs/Open/join-dropped/1</c>. The last number counts within a member, so that
    /// a change elsewhere in the file does not rename it.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The file, relative to the kata's folder.</summary>
    public required string File { get; init; }

    /// <summary>What made it: an operator's name, or that of a mutator of Stryker's.</summary>
    public required string Operator { get; init; }

    /// <summary>What it does, for people.</summary>
    public required string Description { get; init; }

    /// <summary>What stood there.</summary>
    public required string Original { get; init; }

    /// <summary>What stands there now.</summary>
    public required string Replacement { get; init; }

    /// <summary>Where, counted from 0.</summary>
    public required LinePositionSpan Location { get; init; }

    /// <summary>The whole file with the change; empty for a mutant that is not ours to write.</summary>
    public string Source { get; init; } = "";
}
