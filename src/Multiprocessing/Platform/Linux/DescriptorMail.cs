using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>Hands descriptors to a process that already runs, through a socket (SCM_RIGHTS): it gets copies under numbers of its own.</summary>
internal static unsafe partial class DescriptorMail
{
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int NoSignal = 0x4000;
    private const int CloseOnExec = 0x40000000;

    // As many as a kernel takes at once.
    private const int Most = 253;

    // What stands before the descriptors is a multiple of their alignment.
    private static readonly int s_head = sizeof(ControlHeader);

    /// <summary>Sends them, after four bytes that say how many there are.</summary>
    /// <returns>Whether anybody can still receive them.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">They cannot be sent.</exception>
    public static bool Send(int socket, ReadOnlySpan<int> descriptors)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(descriptors.Length, Most);
        int count = descriptors.Length;
        int length = s_head + (count * sizeof(int));
        byte* control = stackalloc byte[Aligned(length)];
        *(ControlHeader*)control = new ControlHeader
        {
            Length = (nuint)length,
            Level = SocketLevel,
            Kind = Rights,
        };
        descriptors.CopyTo(new Span<int>(control + s_head, count));
        var part = new Part { Start = (byte*)&count, Length = sizeof(int) };
        var message = new Message { Parts = &part, PartCount = 1 };
        if (count > 0)
        {
            message.Control = control;
            message.ControlLength = (nuint)Aligned(length);
        }
        nint sent;
        do
        {
            sent = SendMessage(socket, &message, NoSignal);
        } while (sent < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        int error = sent == sizeof(int) ? 0 : Marshal.GetLastPInvokeError();
        return error is 0 or Libc.EPIPE or LinuxPipes.ECONNRESET
            ? error == 0
            : throw SystemFailure.Of("Cannot hand descriptors to another process", error);
    }

    /// <summary>Waits for descriptors. Programs that this process starts do not get them.</summary>
    /// <returns><see langword="null"/> when nobody will send any.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">They cannot be received.</exception>
    /// <exception cref="IOException">This process may open no more descriptors.</exception>
    public static int[]? Receive(int socket)
    {
        int count;
        int length = Aligned(s_head + (Most * sizeof(int)));
        byte* control = stackalloc byte[length];
        var part = new Part { Start = (byte*)&count, Length = sizeof(int) };
        var message = new Message
        {
            Parts = &part,
            PartCount = 1,
            Control = control,
            ControlLength = (nuint)length,
        };
        nint received;
        do
        {
            received = ReceiveMessage(socket, &message, CloseOnExec);
        } while (received < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
        int error = received < 0 ? Marshal.GetLastPInvokeError() : 0;
        if (error is not (0 or LinuxPipes.ECONNRESET))
        {
            throw SystemFailure.Of("Cannot receive descriptors", error);
        }
        if (received != sizeof(int))
        {
            return null;
        }
        var header = (ControlHeader*)control;
        bool hasDescriptors =
            message.ControlLength >= (nuint)s_head && header->Level == SocketLevel && header->Kind == Rights;
        int came = hasDescriptors ? ((int)header->Length - s_head) / sizeof(int) : 0;
        int[] descriptors = new ReadOnlySpan<int>(control + s_head, came).ToArray();
        if (came == count)
        {
            return descriptors;
        }
        Array.ForEach(descriptors, static descriptor => _ = Libc.Close(descriptor));
        throw new IOException(
            $"Of {count} descriptors that were handed to this process {came} came: it may open no more. Raise its limit "
                + "(ulimit -n), or close what it does not need."
        );
    }

    private static int Aligned(int length) => (length + sizeof(nuint) - 1) & ~(sizeof(nuint) - 1);

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(int socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(int socket, Message* message, int flags);

    /// <summary>C's <c>struct iovec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Part
    {
        public byte* Start;
        public nuint Length;
    }

    /// <summary>C's <c>struct msghdr</c> on 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public byte* Name;
        public uint NameLength;
        public Part* Parts;
        public nuint PartCount;
        public byte* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>C's <c>struct cmsghdr</c> on 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ControlHeader
    {
        public nuint Length;
        public int Level;
        public int Kind;
    }
}
