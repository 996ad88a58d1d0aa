namespace ConcurrencyKatas.Control;

/// <summary>The parts of a stream of results that have come and nobody has taken yet.</summary>
internal abstract class Arrivals<T>
{
    /// <summary>Adds a part. Called by the results thread alone.</summary>
    public abstract void Add(StreamPart<T> part);

    /// <summary>Waits for a part and takes it.</summary>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    /// <returns><see langword="null"/> when none came in time.</returns>
    /// <exception cref="Exception">The reason why no more will come.</exception>
    public abstract StreamPart<T>? Take(long timeout);

    /// <summary>Wakes whoever waits for a part: the input has ended. Called by any thread.</summary>
    public abstract void Wake();

    /// <summary>Says why no more parts will come.</summary>
    public abstract void Close(Exception reason);
}
