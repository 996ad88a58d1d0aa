namespace ConcurrencyKatas.Control;

/// <summary>What those who wait for a result of a pool wait on: set once, by the pool's results thread.</summary>
internal abstract class Completion
{
    /// <summary>Lets everybody through who waits, now and later.</summary>
    public abstract void Set();

    /// <summary>Waits until it is set.</summary>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    /// <returns>Whether it is set.</returns>
    public abstract bool Wait(long timeout);
}
