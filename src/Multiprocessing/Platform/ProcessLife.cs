using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Asks whether processes live that need not be children of this one.</summary>
internal static unsafe class ProcessLife
{
    private const nint PidfdOpen = 434;
    private const int NoSuchProcess = 3;
    private const short Readable = 1;

    /// <summary>Whether a process has ended; also when its parent has not reaped it yet, and its id is still taken.</summary>
    public static bool HasEnded(int pid)
    {
        int descriptor = Watch(pid, out bool isGone);
        if (descriptor < 0)
        {
            return isGone;
        }
        var wanted = new Libc.PollDescriptor { Descriptor = descriptor, Events = Readable };
        bool ended = Libc.Poll(&wanted, 1, 0) == 1;
        _ = Libc.Close(descriptor);
        return ended;
    }

    /// <summary>A descriptor that becomes readable when a process ends. The caller closes it.</summary>
    /// <param name="pid">Which.</param>
    /// <param name="isGone">Whether there is no such process any more.</param>
    /// <returns>Negative when there is none.</returns>
    public static int Watch(int pid, out bool isGone)
    {
        int descriptor = (int)Libc.OpenPidDescriptor(PidfdOpen, pid, 0);
        isGone = descriptor < 0 && Marshal.GetLastPInvokeError() == NoSuchProcess;
        return descriptor;
    }
}
