namespace ConcurrencyKatas.Platform;

/// <summary>Sleeping on an <see cref="int"/> in memory that several processes map.</summary>
internal unsafe interface IWords
{
    /// <summary>See <see cref="Futex.WaitWhile"/>.</summary>
    bool WaitWhile(int* word, int expected, long nanoseconds);

    /// <summary>See <see cref="Futex.Wake"/>.</summary>
    void Wake(int* word, int count);
}
