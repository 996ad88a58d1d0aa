namespace ConcurrencyKatas.Platform;

/// <summary>On which processor threads run, and for how long they have.</summary>
internal interface IProcessors
{
    /// <summary>See <see cref="Affinity.Pin"/>.</summary>
    bool Pin(int threadId, int processor);

    /// <summary>Confines the calling thread.</summary>
    /// <returns>Where it could run before, for <see cref="Restore"/>; <see langword="null"/> when that is not known.</returns>
    ulong[]? PinCurrentThread(int processor);

    /// <summary>Lets the calling thread run where it ran before.</summary>
    void Restore(ulong[] mask);

    /// <summary>See <see cref="Affinity.PinAllThreads"/>.</summary>
    bool PinAllThreads(int pid, int processor);

    /// <summary>See <see cref="ProcessorTime.Of"/>.</summary>
    long TimeOf(int pid);
}
