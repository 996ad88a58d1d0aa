using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>posix_spawn, kqueue and libproc.</summary>
internal sealed class MacOsProcesses : IProcesses
{
    private static readonly MacOsSpawn s_spawn = new();

    /// <inheritdoc/>
    public int ParentId => Libc.ParentId();

    /// <inheritdoc/>
    public ChildHandle Spawn(SpawnRequest request) => s_spawn.Start(request);

    /// <inheritdoc/>
    public int Inherited(int number)
    {
        _ = LibSystem.Control(number, LibSystem.CloseOnExec);
        return number;
    }

    /// <inheritdoc/>
    public void Exit(int code) => Libc.ExitNow(code);

    /// <inheritdoc/>
    public bool Kill(int pid) => Libc.Kill(pid, Signals.Kill) == 0;

    /// <inheritdoc/>
    public bool HasEnded(int pid) => MacOsTable.HasEnded(pid);

    /// <inheritdoc/>
    public long StartTime(int pid) => MacOsTable.StartTime(pid);

    /// <inheritdoc/>
    public IReadOnlyList<ListedChild> ChildrenOf(int pid) => MacOsTable.ChildrenOf(pid);

    /// <inheritdoc/>
    public int Watch(int pid, out bool isGone)
    {
        int queue = ExitQueue.Open(pid);
        isGone = queue < 0 && Marshal.GetLastPInvokeError() == Libc.ESRCH;
        return queue;
    }

    /// <inheritdoc/>
    public void DieWithParent(int parentPid)
    {
        int queue = ExitQueue.Open(parentPid);
        // The parent may have ended before; then somebody else is the parent by now.
        if (queue < 0 || Libc.ParentId() != parentPid)
        {
            Libc.ExitNow(ChildGuard.ExitCode);
        }
        ChildGuard.Guard(
            "parent's end",
            () =>
            {
                while (!ExitQueue.Wait(queue, -1)) { }
            }
        );
    }
}
