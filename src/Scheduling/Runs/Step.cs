using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>One granted operation of a run.</summary>
/// <param name="Index">Its place in the run, from 0.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Decision">What the arbiter answered.</param>
/// <param name="Object">On what; marks on one name share an object.</param>
/// <param name="Source">File and line of the submission that did it; known in replays only.</param>
public sealed record Step(
    int Index,
    int Actor,
    Operation Operation,
    Decision Decision,
    ObjectId Object,
    SourceLine? Source
)
{
    /// <summary>Whether somebody was killed on purpose.</summary>
    public bool IsKill => Operation.Kind == OperationKind.Terminate && Object == new ObjectId(ObjectSpace.Actor, Actor);

    /// <summary>The actor that ended with this step: who did it, or whom it ended; null when nobody did.</summary>
    public int? Ended =>
        Operation.Kind switch
        {
            OperationKind.End => Actor,
            OperationKind.Terminate when Decision.Value != 0 => Object.Number,
            _ => null,
        };
}
