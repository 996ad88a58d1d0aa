namespace ConcurrencyKatas.Control;

/// <summary>What an entry of the process table says about its process.</summary>
public enum ProcessState
{
    /// <summary>The entry was never used.</summary>
    Free = 0,

    /// <summary>Its parent has reserved the entry and has not started it yet.</summary>
    Starting = 1,

    /// <summary>It has been started and not been reaped.</summary>
    Running = 2,

    /// <summary>Its parent has reaped it; the exit code is known.</summary>
    Ended = 3,
}
