namespace ConcurrencyKatas.Platform;

/// <summary>macOS lets nobody choose a processor. Controlled runs are slower for it, and no different.</summary>
internal sealed unsafe class MacOsProcessors : IProcessors
{
    // struct rusage_info_v0: the times of the process, in ticks of the processor's clock, after 16 bytes.
    private const int Version = 0;
    private const int UsageLength = 96;
    private const int UserField = 16;
    private const int SystemField = 24;

    private static readonly (uint Numerator, uint Denominator) s_tick = AskForTick();

    /// <inheritdoc/>
    public bool Pin(int threadId, int processor) => false;

    /// <inheritdoc/>
    public ulong[]? PinCurrentThread(int processor) => null;

    /// <inheritdoc/>
    public void Restore(ulong[] mask) { }

    /// <inheritdoc/>
    public bool PinAllThreads(int pid, int processor) => false;

    /// <inheritdoc/>
    public long TimeOf(int pid)
    {
        byte* usage = stackalloc byte[UsageLength];
        return LibSystem.PidUsage(pid, Version, usage) != 0
            ? -1
            : (long)(
                (UInt128)(*(ulong*)(usage + UserField) + *(ulong*)(usage + SystemField))
                * s_tick.Numerator
                / s_tick.Denominator
            );
    }

    private static (uint, uint) AskForTick()
    {
        uint* fraction = stackalloc uint[2];
        return LibSystem.TimeBase(fraction) == 0 && fraction[1] != 0 ? (fraction[0], fraction[1]) : (1, 1);
    }
}
