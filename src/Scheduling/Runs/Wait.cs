using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>One edge bundle of the wait-for graph: an actor that cannot go on, and on whom that depends.</summary>
/// <param name="Actor">Who waits.</param>
/// <param name="Operation">In which operation.</param>
/// <param name="Object">For which object.</param>
/// <param name="Holders">The actors that hold it (for a join: the actor waited for); empty when nobody does.</param>
/// <param name="Source">Where in the submission it waits; known in replays only.</param>
public sealed record Wait(
    int Actor,
    Operation Operation,
    ObjectId Object,
    IReadOnlyList<int> Holders,
    SourceLine? Source
);
