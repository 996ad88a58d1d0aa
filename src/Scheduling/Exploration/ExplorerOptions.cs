namespace ConcurrencyKatas.Scheduling;

/// <summary>How far an exploration goes. Every limit is a count, so that a verdict does not depend on the machine's speed.</summary>
public sealed record ExplorerOptions
{
    /// <summary>Different interleavings that the portfolio looks for, profile runs included and those of a proof not.</summary>
    public int Schedules { get; init; } = 200;

    /// <summary>Schedules tried at most, for each one looked for: repeated interleavings cost a try, not the budget.</summary>
    public int TriesPerSchedule { get; init; } = 4;

    /// <summary>After so many repeated interleavings in a row the portfolio has seen what it can see.</summary>
    public int GiveUpAfter { get; init; } = 100;

    /// <summary>
    /// Schedules tried, repeated ones included, before a proof begins: enough to meet most failures early. The rest of the
    /// portfolio is for a proof that could not be completed, since one that could has left nothing to be found.
    /// </summary>
    public int TriesBeforeAProof { get; init; } = 50;

    /// <summary>Runs that the proof may take; 0 proves nothing.</summary>
    public int ProofRuns { get; init; } = 2_000;

    /// <summary>
    /// The name of a process that is killed in most runs, at any of its points; null when nobody is. A proof then covers every
    /// interleaving with that process killed at each of its points, and with nobody killed.
    /// </summary>
    public string? Victim { get; init; }

    /// <summary>
    /// Runs that the bounded search may take once a proof did not fit: half as many again. The proof gives none of its own
    /// for it, so that what can be proved within its budget always is.
    /// </summary>
    public int BoundedRuns => ProofRuns / 2;

    /// <summary>The limits of each run. Its pruning is the explorer's own affair.</summary>
    public RunOptions Run { get; init; } = RunOptions.Default;

    /// <summary>Called after each run.</summary>
    public Action<ExplorerSummary>? Progress { get; init; }
}
