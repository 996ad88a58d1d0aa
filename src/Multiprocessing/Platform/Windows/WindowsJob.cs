using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// A process and all that it starts. They end with the job's last handle, which is ours: also when we are killed.
/// </summary>
internal sealed unsafe class WindowsJob : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int BasicProcessIds = 3;
    private const int ExtendedLimits = 9;
    private const int LimitsLength = 144;
    private const int LimitFlags = 16;
    private const uint KillOnClose = 0x2000;
    private const int MostMembers = 4096;

    public WindowsJob()
        : base(ownsHandle: true)
    {
        SetHandle(Kernel32.CreateJob(null, null));
        byte* limits = stackalloc byte[LimitsLength];
        new Span<byte>(limits, LimitsLength).Clear();
        *(uint*)(limits + LimitFlags) = KillOnClose;
        if (IsInvalid || Kernel32.SetJobInformation(handle, ExtendedLimits, limits, LimitsLength) == 0)
        {
            throw SystemFailure.Of("Cannot make a job for a group of processes");
        }
    }

    /// <summary>Puts a process that has not begun into the job.</summary>
    public void Add(nint process)
    {
        if (Kernel32.AssignToJob(handle, process) == 0)
        {
            throw SystemFailure.Of("Cannot put a process into a job");
        }
    }

    /// <summary>Ends everybody in it.</summary>
    public void Terminate() => _ = Kernel32.TerminateJob(handle, unchecked((uint)-Signals.Kill));

    /// <summary>The ids of those in it.</summary>
    public int[] Members()
    {
        // Two counts of 32 bits, then the ids.
        nuint[] list = new nuint[MostMembers + 1];
        fixed (nuint* start = list)
        {
            uint returned;
            uint length = (uint)(list.Length * sizeof(nuint));
            _ = Kernel32.QueryJob(handle, BasicProcessIds, start, length, &returned);
            int listed = (int)Math.Min(((uint*)start)[1], MostMembers);
            return [.. list[1..(listed + 1)].Select(static pid => (int)pid)];
        }
    }

    protected override bool ReleaseHandle() => Kernel32.CloseHandle(handle) != 0;
}
