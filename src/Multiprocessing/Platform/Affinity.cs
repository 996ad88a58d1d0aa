namespace ConcurrencyKatas.Platform;

/// <summary>On which processor threads may run. On a system that does not let one choose (macOS) nothing here does anything.</summary>
public static class Affinity
{
    /// <summary>The highest number that a processor can have, and one more.</summary>
    internal const int MostProcessors = 1024;

    private static IProcessors Processors => OperatingSystemPlatform.Current.Processors;

    /// <summary>Confines one thread; on Linux threads that it starts later are confined as well.</summary>
    /// <param name="threadId">A thread's id in the system; a process id means its first thread, 0 the caller.</param>
    /// <param name="processor">The processor's number, from 0.</param>
    /// <returns>Whether it was done: not when the thread is gone or the processor is not there.</returns>
    public static bool Pin(int threadId, int processor) => Processors.Pin(threadId, Checked(processor));

    /// <summary>Confines the calling thread until the result is disposed of, on the same thread.</summary>
    public static PinnedThread PinCurrentThread(int processor) => new(Processors.PinCurrentThread(Checked(processor)));

    /// <summary>Confines every thread of a process, those included that start meanwhile.</summary>
    /// <returns>Whether it was done.</returns>
    public static bool PinAllThreads(int pid, int processor) => Processors.PinAllThreads(pid, Checked(processor));

    /// <summary>Lets the calling thread run where it ran before.</summary>
    internal static void Restore(ulong[] mask) => Processors.Restore(mask);

    private static int Checked(int processor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(processor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(processor, MostProcessors);
        return processor;
    }
}
