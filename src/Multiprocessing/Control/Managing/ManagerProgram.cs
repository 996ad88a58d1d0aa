using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The program of a manager's server process.</summary>
public static class ManagerProgram
{
    /// <summary>The argument that says "you are a manager's server"; parent's id, slot and length of the segment follow.</summary>
    internal const string Flag = "--manager";

    /// <summary>The descriptor under which the listening socket is inherited.</summary>
    internal const int ListenerDescriptor = 4;

    /// <summary>Serves until the process that made the manager ends it, or ends itself, however it ends.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>The exit code, or <see langword="null"/> when the arguments ask for something else.</returns>
    public static int? TryRun(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is not [Flag, var parent, var slot, var length])
        {
            return null;
        }
        ChildGuard.DieWithParent(int.Parse(parent, CultureInfo.InvariantCulture));
        // Ctrl-C is for those who use the manager: what they do at their end may still need it.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        long bytes = long.Parse(length, CultureInfo.InvariantCulture);
        _ = Session.Attach(SharedMemory.Map(ChildGuard.Inherited(ChildRequest.SegmentDescriptor), bytes));
        int offset = int.Parse(slot, CultureInfo.InvariantCulture);
        long key = ManagerAddress.Read(offset).Key;
        using Socket listener = ManagerAddress.ListenerTravels
            ? new Socket(new SafeSocketHandle(ChildGuard.Inherited(ListenerDescriptor), ownsHandle: true))
            : ManagerAddress.Listen(offset);
        new ManagerServer(listener, key).Serve();
        return 0;
    }
}
