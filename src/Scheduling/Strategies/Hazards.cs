namespace ConcurrencyKatas.Scheduling;

/// <summary>What a run has in it that goes wrong in other orders; each is a place where a directed schedule holds an actor.</summary>
[Flags]
public enum Hazards
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>An actor that holds something goes to take something else: lock-order inversions.</summary>
    NestedWait = 1,

    /// <summary>An actor changes what it has read before: lost updates, checks that are outdated when they are acted on.</summary>
    WriteAfterRead = 2,

    /// <summary>An actor comes to where it may have to wait: lost wake-ups, orders that nothing enforces.</summary>
    Wait = 4,

    /// <summary>An actor changes something: records that are half written, steps that belong together.</summary>
    Change = 8,
}
