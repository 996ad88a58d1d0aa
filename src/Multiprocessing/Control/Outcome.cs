namespace ConcurrencyKatas.Control;

/// <summary>What the arbiter decided about an operation.</summary>
public enum Outcome
{
    /// <summary>Do it now; it cannot block.</summary>
    Go = 1,

    /// <summary>The time-out came first: report that, and change nothing.</summary>
    TimedOut = 2,
}
