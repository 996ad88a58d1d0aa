namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// What makes it cheaper to hand the processor to another process: glibc registers each thread for restartable sequences, which
/// the kernel then updates at every switch, twice for each point. Nothing here needs them. Other systems, and other C libraries,
/// do not read the variable.
/// </summary>
public static class QuickSwitch
{
    /// <summary>The environment variable of a process that is started.</summary>
    public const string Variable = "GLIBC_TUNABLES";

    private const string Off = "glibc.pthread.rseq=0";

    /// <summary>Asks for it in an environment; what else is asked of glibc there stays.</summary>
    public static void AskFor(IDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        environment[Variable] =
            environment.TryGetValue(Variable, out string? others) && others.Length > 0 ? $"{others}:{Off}" : Off;
    }
}
