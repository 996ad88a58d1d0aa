using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// How the processes of a session reach a manager's server. Both parts stand in the manager's slot, which only the session's
/// processes map. On Linux the name is a Unix socket's in the abstract namespace, so nothing is left in the file system; elsewhere,
/// where there is no such thing, it is a port of this machine. Others on the machine can see either, hence the key, which
/// is chance, and which a client says first.
/// </summary>
internal readonly unsafe record struct ManagerAddress(long Name, long Key)
{
    // Threads of clients that come at the same moment; more wait inside connect.
    private const int Backlog = 512;
    private const long LookNanoseconds = 50_000_000;

    private EndPoint EndPoint =>
        OperatingSystem.IsLinux()
            ? new UnixDomainSocketEndPoint(
                string.Create(CultureInfo.InvariantCulture, $"\0concurrency-katas-{Name:x16}")
            )
            : new IPEndPoint(IPAddress.Loopback, (int)Name);

    /// <summary>
    /// Whether a listening socket can be handed on to the server. On Windows sockets are no handles like others, so there
    /// the server makes it.
    /// </summary>
    public static bool ListenerTravels => !OperatingSystem.IsWindows();

    /// <summary>Writes a new one into a manager's slot.</summary>
    public static void Create(int offset) =>
        new ManagerAddress(OperatingSystem.IsLinux() ? Chance() : 0, Chance()).Write(offset);

    /// <summary>A socket that listens from now on at the address in a manager's slot, which has its port from then on.</summary>
    public static Socket Listen(int offset)
    {
        ManagerAddress address = Read(offset);
        Socket socket = NewSocket();
        socket.Bind(address.EndPoint);
        socket.Listen(Backlog);
        if (socket.LocalEndPoint is IPEndPoint here)
        {
            (address with { Name = here.Port }).Write(offset);
            Futex.Wake(NameWord(offset), int.MaxValue);
        }
        return socket;
    }

    /// <summary>Waits until somebody listens, or has ended.</summary>
    public static void AwaitListener(int offset, ChildHandle server)
    {
        while (Volatile.Read(ref *NameWord(offset)) == 0 && !server.TryReap(out _))
        {
            _ = Futex.WaitWhile(NameWord(offset), 0, LookNanoseconds);
        }
    }

    /// <summary>A socket of the kind that listens at an address, or connects to one.</summary>
    public static Socket NewSocket() =>
        OperatingSystem.IsLinux()
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Connects to whoever listens there.</summary>
    /// <exception cref="SocketException">Nobody does.</exception>
    public void Connect(Socket socket) => socket.Connect(EndPoint);

    /// <summary>What a manager's slot says.</summary>
    public static ManagerAddress Read(int offset)
    {
        byte* slot = Session.Current.Slot(offset);
        return new(*(long*)(slot + SlotLayout.Word), *(long*)(slot + SlotLayout.Word + sizeof(long)));
    }

    private void Write(int offset)
    {
        byte* slot = Session.Current.Slot(offset);
        *(long*)(slot + SlotLayout.Word) = Name;
        *(long*)(slot + SlotLayout.Word + sizeof(long)) = Key;
    }

    /// <summary>Whether the manager in this slot has been shut down.</summary>
    public static bool IsShutDown(int offset) =>
        Volatile.Read(ref *(int*)(Session.Current.Slot(offset) + SlotLayout.Depth)) != 0;

    /// <summary>Says that the manager in this slot has been shut down.</summary>
    public static void ShutDown(int offset) =>
        Volatile.Write(ref *(int*)(Session.Current.Slot(offset) + SlotLayout.Depth), 1);

    private static int* NameWord(int offset) => (int*)(Session.Current.Slot(offset) + SlotLayout.Word);

    // Half of a version 4 Guid that has no fixed bits but two; the runtime takes it from the system's source of chance.
    internal static long Chance() => BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 8);
}
