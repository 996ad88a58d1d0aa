using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Asks the kernel about a process that need not be a child.</summary>
internal static unsafe class PidDescriptor
{
    private const nint PidfdOpen = 434;
    private const short Readable = 1;

    /// <summary>A descriptor that becomes readable when the process ends; negative when there is no such process.</summary>
    public static int Open(int pid) => (int)Libc.OpenPidDescriptor(PidfdOpen, pid, 0);

    /// <summary>Whether the process has ended. One that nobody has reaped still has its id, but its descriptor is readable.</summary>
    public static bool HasEnded(int pid)
    {
        int descriptor = Open(pid);
        if (descriptor < 0)
        {
            return Marshal.GetLastPInvokeError() == Libc.ESRCH;
        }
        bool ended = IsReadable(descriptor, 0);
        _ = Libc.Close(descriptor);
        return ended;
    }

    /// <summary>Waits until the process has ended, so many milliseconds at most, −1 for ever; or less.</summary>
    public static bool IsReadable(int descriptor, int milliseconds)
    {
        var wanted = new Libc.PollDescriptor { Descriptor = descriptor, Events = Readable };
        return Libc.Poll(&wanted, 1, milliseconds) == 1;
    }
}
