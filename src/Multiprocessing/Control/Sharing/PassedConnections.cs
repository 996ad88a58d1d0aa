using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The connections that a child will inherit, and under which numbers.</summary>
internal sealed class PassedConnections
{
    /// <summary>Why a connection cannot travel in another way.</summary>
    private const string OnlyAtStart =
        "here an end of a pipe is handed on only when a process starts. Pass it as an argument of the Process, or send it through a pipe, or a queue that no manager has";

    /// <summary>Why a closed one cannot travel.</summary>
    public const string IsClosed = "it is closed";

    // Below are the session's own; above, numbers that a spawn needs for copies.
    private const int First = 16;
    private const int Limit = 96;

    private readonly List<(Connection Connection, PassedDescriptor Descriptor)> _passed = [];

    private readonly List<PipeEnd> _ends = [];

    /// <summary>The ends, in a controlled run, in which there are no descriptors.</summary>
    public IReadOnlyList<PipeEnd> Ends => _ends;

    /// <summary>The descriptors.</summary>
    public IEnumerable<PassedDescriptor> Descriptors => _passed.Select(static passed => passed.Descriptor);

    /// <summary>Writes a connection, and has the child inherit it.</summary>
    /// <returns>Why that is not possible; <see langword="null"/> when it is done.</returns>
    public static string? Write(PassedConnections? passed, WireBuffer buffer, Connection connection)
    {
        int number = First + (passed?._passed.Count + passed?._ends.Count ?? 0);
        if (passed is null || connection.IsClosed || !Has(number))
        {
            return passed is null ? OnlyAtStart
                : connection.IsClosed ? IsClosed
                : $"no more than {Limit} ends of pipes can be passed to one process";
        }
        buffer.Tag(WireTag.Connection);
        buffer.Text(connection.Name);
        int abilities = (connection.CanRead ? 1 : 0) | (connection.CanWrite ? 2 : 0);
        if (connection.End is ControlledConnectionEnd controlled)
        {
            passed._ends.Add(controlled.Place);
            buffer.Byte((byte)(abilities | (controlled.Place.End << 2)));
            buffer.Fixed32(controlled.Place.Number);
            return null;
        }
        passed._passed.Add((connection, new PassedDescriptor(connection.Descriptor, number)));
        buffer.Byte((byte)abilities);
        buffer.Fixed32(number);
        return null;
    }

    /// <summary>The connection that a process has inherited.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="abilities">1 when it can receive, 2 when it can send, 4 when it is the second end of a controlled pipe.</param>
    /// <param name="number">The descriptor; of a controlled pipe, its slot.</param>
    /// <returns><see langword="null"/> when there is none.</returns>
    public static Connection? Find(string name, byte abilities, int number)
    {
        bool isControlled = Seam.Controller is not null;
        if (isControlled ? !NamedSlot.Holds(SlotKind.Pipe, number) : !Has(number))
        {
            return null;
        }
        IConnectionEnd end = isControlled
            ? ControlledConnectionEnd.Open(new PipeEnd(number, (abilities >> 2) & 1))
            : RealConnectionEnd.Inherit(number);
        return new Connection(end, (abilities & 1) != 0, (abilities & 2) != 0, name);
    }

    // Whether a child may inherit a descriptor with this number.
    private static bool Has(int number) => number is >= First and < First + Limit;
}
