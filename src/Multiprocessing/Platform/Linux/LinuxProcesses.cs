using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>posix_spawn on a thread of its own, pidfd, and /proc.</summary>
internal sealed class LinuxProcesses : IProcesses
{
    private const int SetParentDeathSignal = 1;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;

    /// <inheritdoc/>
    public int ParentId => Libc.ParentId();

    /// <inheritdoc/>
    public ChildHandle Spawn(SpawnRequest request) => SpawnerThread.Spawn(request);

    /// <inheritdoc/>
    public int Inherited(int number)
    {
        _ = Libc.FControl(number, SetDescriptorFlags, CloseOnExec);
        return number;
    }

    /// <inheritdoc/>
    public void Exit(int code) => Libc.ExitNow(code);

    /// <inheritdoc/>
    public bool Kill(int pid) => Libc.Kill(pid, Signals.Kill) == 0;

    /// <inheritdoc/>
    public bool HasEnded(int pid) => PidDescriptor.HasEnded(pid);

    /// <inheritdoc/>
    public long StartTime(int pid) => ProcessStatus.StartTime(pid);

    /// <inheritdoc/>
    public IReadOnlyList<ListedChild> ChildrenOf(int pid) => ProcessStatus.ChildrenOf(pid);

    /// <inheritdoc/>
    public int Watch(int pid, out bool isGone)
    {
        int descriptor = PidDescriptor.Open(pid);
        isGone = descriptor < 0 && Marshal.GetLastPInvokeError() == Libc.ESRCH;
        return descriptor;
    }

    /// <inheritdoc/>
    public void DieWithParent(int parentPid)
    {
        if (Libc.ProcessControl(SetParentDeathSignal, Signals.Kill, 0, 0, 0) != 0)
        {
            throw SystemFailure.Of("Cannot ask to end with the parent process");
        }
        // The parent may have ended before the request was made; then somebody else is the parent by now.
        if (Libc.ParentId() != parentPid)
        {
            Libc.ExitNow(ChildGuard.ExitCode);
        }
    }
}
