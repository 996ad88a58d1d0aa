namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// What makes it cheaper to hand the processor to another process: glibc registers each thread for restartable sequences, which
/// the kernel then updates at every switch, twice for each point. Nothing here uses them. Other systems, and other C libraries,
/// do not read the variable.
/// </summary>
public static class QuickSwitch
{
    /// <summary>The environment variable of a process that is started.</summary>
    public const string Variable = "GLIBC_TUNABLES";

    /// <summary>Its value.</summary>
    public const string Value = "glibc.pthread.rseq=0";
}
