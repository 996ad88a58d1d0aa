namespace ConcurrencyKatas.Platform;

/// <summary>Affinity masks, of the first 64 processors, and the times of processes.</summary>
internal sealed unsafe class WindowsProcessors : IProcessors
{
    private const uint ThreadSetAndQuery = 0x60;
    private const int Bits = 64;
    private const long NanosecondsPerTick = 100;

    /// <inheritdoc/>
    public bool Pin(int threadId, int processor)
    {
        nint thread = threadId == 0 ? Kernel32.CurrentThread() : Kernel32.OpenThread(ThreadSetAndQuery, 0, threadId);
        bool done = thread != 0 && processor < Bits && Kernel32.SetThreadAffinity(thread, (nuint)1 << processor) != 0;
        if (threadId != 0 && thread != 0)
        {
            _ = Kernel32.CloseHandle(thread);
        }
        return done;
    }

    /// <inheritdoc/>
    public ulong[]? PinCurrentThread(int processor)
    {
        nuint before =
            processor < Bits ? Kernel32.SetThreadAffinity(Kernel32.CurrentThread(), (nuint)1 << processor) : 0;
        return before == 0 ? null : [before];
    }

    /// <inheritdoc/>
    public void Restore(ulong[] mask) => _ = Kernel32.SetThreadAffinity(Kernel32.CurrentThread(), (nuint)mask[0]);

    /// <inheritdoc/>
    public bool PinAllThreads(int pid, int processor)
    {
        nint process = Kernel32.OpenProcess(Kernel32.ProcessSetInformation | Kernel32.ProcessQueryLimited, 0, pid);
        if (process == 0)
        {
            return false;
        }
        bool done = processor < Bits && Kernel32.SetProcessAffinity(process, (nuint)1 << processor) != 0;
        _ = Kernel32.CloseHandle(process);
        return done;
    }

    /// <inheritdoc/>
    public long TimeOf(int pid)
    {
        nint process = Kernel32.OpenProcess(Kernel32.ProcessQueryLimited, 0, pid);
        if (process == 0)
        {
            return -1;
        }
        long creation;
        long exit;
        long kernel;
        long user;
        int known = Kernel32.GetProcessTimes(process, &creation, &exit, &kernel, &user);
        _ = Kernel32.CloseHandle(process);
        return known == 0 ? -1 : (kernel + user) * NanosecondsPerTick;
    }
}
