using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Asks the kernel about a process that need not be a child.</summary>
internal static unsafe class PidDescriptor
{
    private const nint Open = 434;
    private const int NoSuchProcess = 3;
    private const short Readable = 1;

    /// <summary>Whether the process has ended. One that nobody has reaped still has its id, but its descriptor is readable.</summary>
    public static bool HasEnded(int pid)
    {
        int descriptor = (int)Libc.OpenPidDescriptor(Open, pid, 0);
        if (descriptor < 0)
        {
            return Marshal.GetLastPInvokeError() == NoSuchProcess;
        }
        var wanted = new Libc.PollDescriptor { Descriptor = descriptor, Events = Readable };
        bool ended = Libc.Poll(&wanted, 1, 0) == 1;
        _ = Libc.Close(descriptor);
        return ended;
    }
}
