using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Processes by their handles.</summary>
internal sealed unsafe class WindowsProcesses : IProcesses
{
    // No process of Windows has this id, and it is what other systems say of orphans.
    private const int Adopter = 1;

    private const uint Look = Kernel32.Synchronize | Kernel32.ProcessQueryLimited;

    private static readonly int s_parent = AskForParent();

    /// <inheritdoc/>
    public int ParentId
    {
        get
        {
            nint parent = OpenParent(s_parent);
            bool runs = parent != 0 && Kernel32.Wait(parent, 0) != 0;
            _ = parent == 0 ? 0 : Kernel32.CloseHandle(parent);
            return runs ? s_parent : Adopter;
        }
    }

    /// <inheritdoc/>
    public ChildHandle Spawn(SpawnRequest request) => WindowsSpawn.Start(request);

    /// <inheritdoc/>
    public int Inherited(int number) => Handles.Inherited(number);

    /// <inheritdoc/>
    public void Exit(int code) => _ = Kernel32.TerminateProcess(Kernel32.CurrentProcess(), unchecked((uint)code));

    /// <inheritdoc/>
    public bool Kill(int pid)
    {
        nint process = Kernel32.OpenProcess(Kernel32.ProcessTerminate, 0, pid);
        if (process == 0)
        {
            return false;
        }
        bool done = Kernel32.TerminateProcess(process, unchecked((uint)-Signals.Kill)) != 0;
        _ = Kernel32.CloseHandle(process);
        return done;
    }

    /// <inheritdoc/>
    public bool HasEnded(int pid)
    {
        nint process = Kernel32.OpenProcess(Look, 0, pid);
        if (process == 0)
        {
            return Marshal.GetLastPInvokeError() == Kernel32.InvalidParameter;
        }
        bool ended = Kernel32.Wait(process, 0) == 0;
        _ = Kernel32.CloseHandle(process);
        return ended;
    }

    /// <inheritdoc/>
    public long StartTime(int pid)
    {
        nint process = Kernel32.OpenProcess(Kernel32.ProcessQueryLimited, 0, pid);
        if (process == 0)
        {
            return 0;
        }
        long began = BeginOf(process);
        _ = Kernel32.CloseHandle(process);
        return began;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ListedChild> ChildrenOf(int pid) =>
        pid == Environment.ProcessId
            ? WindowsChild.Unreaped
            : throw new PlatformNotSupportedException(
                "Windows lists no children that have ended; each process knows only its own. Ask in the parent."
            );

    /// <inheritdoc/>
    public int Watch(int pid, out bool isGone)
    {
        nint process = Kernel32.OpenProcess(Look, 0, pid);
        isGone = process == 0 && Marshal.GetLastPInvokeError() == Kernel32.InvalidParameter;
        return process == 0 ? -1 : Handles.Number(process);
    }

    /// <inheritdoc/>
    public void DieWithParent(int parentPid)
    {
        nint parent = OpenParent(parentPid);
        if (parent == 0)
        {
            Exit(ChildGuard.ExitCode);
        }
        ChildGuard.Guard("parent's end", () => _ = Kernel32.Wait(parent, Kernel32.Infinite));
    }

    // Nothing when it has ended and its id is another's: one that began after its child is no parent.
    private static nint OpenParent(int pid)
    {
        nint process = Kernel32.OpenProcess(Look, 0, pid);
        if (process != 0 && BeginOf(process) > BeginOf(Kernel32.CurrentProcess()))
        {
            _ = Kernel32.CloseHandle(process);
            return 0;
        }
        return process;
    }

    private static long BeginOf(nint process)
    {
        long creation;
        long exit;
        long kernel;
        long user;
        return Kernel32.GetProcessTimes(process, &creation, &exit, &kernel, &user) == 0 ? 0 : creation;
    }

    private static int AskForParent()
    {
        // Six words; the last is the id of the process that made this one.
        nint* basic = stackalloc nint[6];
        uint returned;
        return Kernel32.QueryProcess(Kernel32.CurrentProcess(), 0, basic, (uint)(6 * sizeof(nint)), &returned) == 0
            ? (int)basic[5]
            : 0;
    }
}
