using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>A child by its id: waitpid, and a queue that tells of its end.</summary>
internal sealed unsafe class MacOsChild : PosixChild
{
    private const int NoHang = 1;
    private const int SignalMask = 0x7F;
    private const int LookMilliseconds = 1;

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
        if (_queue < 0)
        {
            // It has ended, or there was no descriptor for a queue: then it is asked now and then.
            Thread.Sleep(LookMilliseconds);
        }
        // The queue tells of the end a moment before the exit code can be had.
        else if (ExitQueue.Wait(_queue, milliseconds))
        {
            _ = Thread.Yield();
        }
    }

    // Of a group of zombies only it is said that nobody may send them anything.
    private protected override bool IsNobodyLeft(int error) =>
        base.IsNobodyLeft(error) || (error == LibSystem.EPERM && GroupMembers().Length == 0);

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
