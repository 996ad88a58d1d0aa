namespace ConcurrencyKatas.Control;

/// <summary>What a barrier is about to do in its present round.</summary>
public enum BarrierPhase
{
    /// <summary>Parties come.</summary>
    Filling = 0,

    /// <summary>Everybody has come, and the last one runs the action.</summary>
    Acting = 1,

    /// <summary>Everybody is let through; the next round begins when the last one has gone.</summary>
    Draining = 2,

    /// <summary>Everybody is sent away; the next round begins when the last one has gone.</summary>
    Resetting = 3,

    /// <summary>Everybody is sent away, and whoever comes is too, until a reset.</summary>
    Broken = 4,
}
