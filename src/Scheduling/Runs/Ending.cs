namespace ConcurrencyKatas.Scheduling;

/// <summary>How a run came to its end.</summary>
public enum Ending
{
    /// <summary>Every actor ended.</summary>
    Completed,

    /// <summary>Some actors have not ended and none of them can ever go on.</summary>
    Deadlocked,

    /// <summary>An actor turned in a loop, or used processor time, without end and without coming to a point.</summary>
    Looping,

    /// <summary>The run came to its limit of points or of objects.</summary>
    TooLong,

    /// <summary>A worker process died: stack overflow, out of memory, a crash.</summary>
    Died,

    /// <summary>An actor neither came to a point nor used processor time. Our fault until shown otherwise.</summary>
    Silent,

    /// <summary>A probe or a replay stopped it before its end.</summary>
    Stopped,
}
