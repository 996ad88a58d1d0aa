using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>A queue of the kernel's that tells of the end of one process, by a descriptor that becomes readable.</summary>
internal static unsafe class ExitQueue
{
    private const short OfProcess = -5;
    private const ushort Add = 1;
    private const uint Exit = 0x8000_0000;
    private const short Readable = 1;

    /// <summary>Makes one.</summary>
    /// <returns>Negative when there is no such process (any more), with the reason as the thread's last error.</returns>
    public static int Open(int pid)
    {
        int queue = LibSystem.Queue();
        if (queue < 0)
        {
            return -1;
        }
        // A queue is not inherited by any child.
        var wanted = new LibSystem.QueuedEvent
        {
            Identity = (nuint)pid,
            Filter = OfProcess,
            Flags = Add,
            FilterFlags = Exit,
        };
        if (LibSystem.QueueEvent(queue, &wanted, 1, null, 0, null) == 0)
        {
            return queue;
        }
        int error = Marshal.GetLastPInvokeError();
        _ = Libc.Close(queue);
        Marshal.SetLastPInvokeError(error);
        return -1;
    }

    /// <summary>Waits for the end, so many milliseconds at most, −1 for ever; or less.</summary>
    public static bool Wait(int queue, int milliseconds)
    {
        var wanted = new Libc.PollDescriptor { Descriptor = queue, Events = Readable };
        return Libc.Poll(&wanted, 1, milliseconds) == 1;
    }
}
