using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>A child by its id and a descriptor of it: waitid and pidfd.</summary>
internal sealed unsafe class LinuxChild : PosixChild
{
    private const int WaitById = 1;
    private const int Exited = 4;
    private const int NoHang = 1;
    private const int EndedByExit = 1;

    private readonly int _pid;
    private readonly int _descriptor;

    public LinuxChild(int pid)
        : base(pid)
    {
        _pid = pid;
        _descriptor = PidDescriptor.Open(pid);
        if (_descriptor < 0)
        {
            int reason = Marshal.GetLastPInvokeError();
            _ = Libc.Kill(pid, Signals.Kill);
            SignalInfo(0, out _);
            throw SystemFailure.Of($"Cannot watch process {pid} (this needs Linux 5.3 or later)", reason);
        }
    }

    /// <inheritdoc/>
    public override bool TryReap(out int exitCode)
    {
        bool ended = SignalInfo(NoHang, out Libc.SignalInfo info);
        exitCode = info.Code == EndedByExit ? info.Status : -info.Status;
        return ended;
    }

    /// <inheritdoc/>
    public override void Wait(int milliseconds) => _ = PidDescriptor.IsReadable(_descriptor, milliseconds);

    /// <inheritdoc/>
    public override int[] GroupMembers() => ProcessStatus.MembersOf(_pid);

    /// <inheritdoc/>
    public override void Close() => _ = Libc.Close(_descriptor);

    private bool SignalInfo(int options, out Libc.SignalInfo info)
    {
        Libc.SignalInfo found = default;
        int result;
        do
        {
            result = Libc.WaitId(WaitById, _pid, &found, Exited | options);
        } while (result != 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        info = found;
        if (result != 0)
        {
            ThrowIfLost();
        }
        return result == 0 && found.Pid == _pid;
    }
}
