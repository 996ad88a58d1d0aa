namespace ConcurrencyKatas.Control;

/// <summary>What the arbiter decided about an operation.</summary>
public enum Outcome
{
    /// <summary>Do it now; it cannot block.</summary>
    Go = 1,

    /// <summary>The time-out came first: report that, and change nothing.</summary>
    TimedOut = 2,

    /// <summary>
    /// The process has been ended by another one. The run is over for it, and whatever code still runs on its way out is not
    /// part of the run.
    /// </summary>
    Ended = 3,
}
