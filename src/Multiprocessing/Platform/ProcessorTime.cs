namespace ConcurrencyKatas.Platform;

/// <summary>Processor time that processes have used.</summary>
public static class ProcessorTime
{
    /// <summary>Nanoseconds that all threads of a process have run since its start.</summary>
    /// <returns>−1 when there is no such process.</returns>
    public static long Of(int pid) => OperatingSystemPlatform.Current.Processors.TimeOf(pid);
}
