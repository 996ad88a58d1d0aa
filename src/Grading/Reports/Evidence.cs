namespace ConcurrencyKatas.Grading.Reports;

/// <summary>Why a claim does not hold: the failing run, drawn.</summary>
public sealed record Evidence
{
    /// <summary>One sentence with actors, objects and source lines.</summary>
    public required string Sentence { get; init; }

    /// <summary>The pattern's name when it is known: <c>lock-order inversion</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// The mistake behind it in one sentence, with actors, objects and source lines, where <see cref="Sentence"/> does not
    /// say it already and the run shows one; else null.
    /// </summary>
    public string? Diagnosis { get; init; }

    /// <summary>The run, one column per actor, as text; null when there is no controlled run to show.</summary>
    public string? Trace { get; init; }

    /// <summary>The wait-for graph as text, one edge per line; null when nobody waits.</summary>
    public string? WaitForGraph { get; init; }

    /// <summary>The steps behind <see cref="Trace"/>, for adapters that draw by themselves.</summary>
    public IReadOnlyList<EvidenceStep> Steps { get; init; } = [];

    /// <summary>The actors, from left to right; empty when there are no steps.</summary>
    public IReadOnlyList<EvidenceActor> Actors { get; init; } = [];

    /// <summary>The waits behind <see cref="WaitForGraph"/>, for adapters that draw by themselves.</summary>
    public IReadOnlyList<EvidenceWait> Waits { get; init; } = [];

    /// <summary>The student's lines that the run names, each with the one before and the one after it.</summary>
    public IReadOnlyList<CodeLine> Code { get; init; } = [];

    /// <summary>The replay token; null when there is no controlled run to replay.</summary>
    public string? Token { get; init; }

    /// <summary>File of the student's that the failure points at.</summary>
    public string? File { get; init; }

    /// <summary>Line in <see cref="File"/>, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>What the submission printed in that run, cut to 4,000 characters.</summary>
    public string? Output { get; init; }
}
