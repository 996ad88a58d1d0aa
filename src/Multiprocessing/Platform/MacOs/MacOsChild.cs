using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>A child by its id: waitpid, and a queue that tells of its end.</summary>
internal sealed unsafe class MacOsChild : PosixChild
{
    private const int NoHang = 1;
    private const int SignalMask = 0x7F;

    private readonly int _pid;
    private readonly int _queue;

    public MacOsChild(int pid)
        : base(pid)
    {
        _pid = pid;
        // Of one that has ended already there is none, and nothing to wait for.
        _queue = ExitQueue.Open(pid);
    }

    /// <inheritdoc/>
    public override bool TryReap(out int exitCode)
    {
        int status = 0;
        int result;
        do
        {
            result = LibSystem.WaitPid(_pid, &status, NoHang);
        } while (result < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        if (result < 0)
        {
            ThrowIfLost();
        }
        int signal = status & SignalMask;
        exitCode = signal != 0 ? -signal : (status >> 8) & 0xFF;
        return result == _pid;
    }

    /// <inheritdoc/>
    public override void Wait(int milliseconds)
    {
        // The queue tells of the end a moment before the exit code can be had.
        if (_queue < 0 || ExitQueue.Wait(_queue, milliseconds))
        {
            _ = Thread.Yield();
        }
    }

    /// <inheritdoc/>
    public override int[] GroupMembers() => MacOsTable.MembersOf(_pid);

    /// <inheritdoc/>
    public override void Close()
    {
        if (_queue >= 0)
        {
            _ = Libc.Close(_queue);
        }
    }
}
