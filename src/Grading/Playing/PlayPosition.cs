using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Playing;

/// <summary>Where a run stands that somebody plays: all that there is to see before the next choice.</summary>
public sealed record PlayPosition
{
    /// <summary>How many steps the run has.</summary>
    public required int Steps { get; init; }

    /// <summary>How many choices can be taken back.</summary>
    public required int Choices { get; init; }

    /// <summary>How the run came to its end, in a sentence; null while it goes on.</summary>
    public string? Ending { get; init; }

    /// <summary>The run so far, drawn.</summary>
    public required string Trace { get; init; }

    /// <summary>Everybody who has not ended, by number.</summary>
    public required IReadOnlyList<PlayActor> Actors { get; init; }

    /// <summary>What was used so far, and its state.</summary>
    public required IReadOnlyList<PlayObject> Objects { get; init; }

    /// <summary>The claims that a run of this size can break.</summary>
    public required IReadOnlyList<PlayGoal> Goals { get; init; }

    /// <summary>The run that broke a claim; null when it did so before, or breaks none.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Something else to be said; why a command was not followed.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the run is over.</summary>
    public bool IsOver => Ending is not null;
}
