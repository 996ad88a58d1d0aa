namespace ConcurrencyKatas.Scheduling;

/// <summary>What became of an actor that was let go.</summary>
public enum Moved
{
    /// <summary>It is parked at its next point.</summary>
    Parked,

    /// <summary>It performed its End.</summary>
    Ended,

    /// <summary>Its process died.</summary>
    Died,

    /// <summary>It turns in a loop, or uses processor time, and comes to no point.</summary>
    Looping,

    /// <summary>It does nothing and comes to no point.</summary>
    Silent,
}
