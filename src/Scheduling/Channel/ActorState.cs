namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>What the worker behind an actor's line is doing.</summary>
public enum ActorState
{
    /// <summary>The process has not reported yet.</summary>
    Starting = 0,

    /// <summary>It waits for a command.</summary>
    Idle = 1,

    /// <summary>It runs, towards its next point.</summary>
    Moving = 2,

    /// <summary>It waits at a point for the arbiter's decision, or by a plan for those who go on before it.</summary>
    Parked = 3,

    /// <summary>It cannot obey a command; the text says why.</summary>
    Failed = 4,

    /// <summary>What the arbiter granted did not fit the real primitive; the text says which. It waits to be ended.</summary>
    Mismatched = 5,

    /// <summary>Its loops have turned too often since its last point. It waits to be ended.</summary>
    Looping = 6,
}
