namespace ConcurrencyKatas.Scheduling;

/// <summary>What happened under one schedule, from first point to last.</summary>
public sealed record Run
{
    /// <summary>Every granted operation, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>How it ended.</summary>
    public required Ending Ending { get; init; }

    /// <summary>Every actor, by number.</summary>
    public required IReadOnlyList<ActorInfo> Actors { get; init; }

    /// <summary>Whether a process had a second actor, with which it shared its memory.</summary>
    public bool SharesMemory => Actors.Any(actor => !actor.IsProcess);

    /// <summary>
    /// Whether an actor asked the same so often in vain that it had to wait until what it asked about had changed, or until
    /// nobody else could go on.
    /// </summary>
    public bool HasPoll { get; init; }

    /// <summary>Who waits for whom, when the run did not complete; empty otherwise.</summary>
    public required IReadOnlyList<Wait> Waits { get; init; }

    /// <summary>
    /// What those were about to do who were ended by others (<see cref="Control.OperationKind.Terminate"/>), with nobody as holder.
    /// </summary>
    public IReadOnlyList<Wait> CutOff { get; init; } = [];

    /// <summary>Names and kinds of the objects that the steps speak of.</summary>
    public required IReadOnlyDictionary<ObjectId, ObjectInfo> Objects { get; init; }

    /// <summary>One line about an ending that is not <see cref="Ending.Completed"/>, from whoever saw it; else null.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// At how many points the strategy had a choice, what was pruned not counted; null in a run without pruning.
    /// </summary>
    public int? Choices { get; init; }

    /// <summary>Who was to be killed on purpose, and where; null when nobody was.</summary>
    public CrashPlan? Crash { get; init; }

    /// <summary>The step at which somebody was killed on purpose; null when nobody was.</summary>
    public int? CrashedAt => Crash is null ? null : Steps.FirstOrDefault(step => step.IsKill)?.Index;

    /// <summary>Which strategy chose, with its parameters: <c>pct[depth=3,seed=42]</c>.</summary>
    public required string Strategy { get; init; }
}
