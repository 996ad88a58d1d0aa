using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>What a child does at its start so as not to outlive those who are responsible for it.</summary>
public static unsafe class ChildGuard
{
    private const int SetParentDeathSignal = 1;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;

    /// <summary>Has the kernel kill this process when its parent ends.</summary>
    /// <param name="parentPid">Who the parent is; if it has ended already, this process ends at once.</param>
    public static void DieWithParent(int parentPid)
    {
        if (Libc.ProcessControl(SetParentDeathSignal, Libc.SIGKILL, 0, 0, 0) != 0)
        {
            throw Libc.Failure("Cannot ask to end with the parent process");
        }
        // The parent may have ended before the request was made; then somebody else is the parent by now.
        if (Libc.ParentId() != parentPid)
        {
            Libc.ExitNow(128 + Libc.SIGKILL);
        }
    }

    /// <summary>Ends this process as soon as the sentinel's maker closes it or dies.</summary>
    /// <param name="descriptor">The inherited read end of a <see cref="Sentinel"/>.</param>
    public static void DieWithSentinel(int descriptor)
    {
        var thread = new Thread(() => Watch(descriptor), 256 * 1024) { IsBackground = true, Name = "session sentinel" };
        thread.Start();
    }

    /// <summary>Keeps an inherited descriptor from programs that this process starts.</summary>
    public static void DoNotInherit(int descriptor) => Libc.FControl(descriptor, SetDescriptorFlags, CloseOnExec);

    private static void Watch(int descriptor)
    {
        byte one;
        nint count;
        do
        {
            count = Libc.Read(descriptor, &one, 1);
        } while (count > 0 || (count < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR));
        Libc.ExitNow(128 + Libc.SIGKILL);
    }
}
