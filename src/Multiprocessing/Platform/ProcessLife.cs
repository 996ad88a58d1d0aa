using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Waiting for processes together with other things.</summary>
internal static class ProcessLife
{
    private const nint PidfdOpen = 434;
    private const int NoSuchProcess = 3;

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
