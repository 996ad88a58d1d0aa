using System.Globalization;
using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>
/// How the processes of a session reach a manager's server. Both parts are chance and stand in the manager's slot, which
/// only the session's processes map. The name is a Unix socket's in the abstract namespace, so nothing is left in the file
/// system; anybody on the machine can see it, hence the key, which a client says first.
/// </summary>
internal readonly record struct ManagerAddress(long Name, long Key)
{
    /// <summary>Where clients connect to.</summary>
    public UnixDomainSocketEndPoint EndPoint =>
        new(string.Create(CultureInfo.InvariantCulture, $"\0concurrency-katas-{Name:x16}"));

    /// <summary>A new one.</summary>
    public static ManagerAddress Create() => new(Chance(), Chance());

    /// <summary>What a manager's slot says.</summary>
    public static unsafe ManagerAddress Read(int offset)
    {
        byte* slot = Session.Current.Slot(offset);
        return new(*(long*)(slot + SlotLayout.Word), *(long*)(slot + SlotLayout.Word + sizeof(long)));
    }

    /// <summary>Writes it into a manager's slot.</summary>
    public unsafe void Write(int offset)
    {
        byte* slot = Session.Current.Slot(offset);
        *(long*)(slot + SlotLayout.Word) = Name;
        *(long*)(slot + SlotLayout.Word + sizeof(long)) = Key;
    }

    /// <summary>Whether the manager in this slot has been shut down.</summary>
    public static unsafe bool IsShutDown(int offset) =>
        Volatile.Read(ref *(int*)(Session.Current.Slot(offset) + SlotLayout.Depth)) != 0;

    /// <summary>Says that the manager in this slot has been shut down.</summary>
    public static unsafe void ShutDown(int offset) =>
        Volatile.Write(ref *(int*)(Session.Current.Slot(offset) + SlotLayout.Depth), 1);

    // Half of a version 4 Guid that has no fixed bits but two; the runtime takes it from the system's source of chance.
    private static long Chance() => BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 8);
}
