using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The connections that a child will inherit, and under which numbers.</summary>
internal sealed class PassedConnections
{
    /// <summary>Why a connection cannot travel in another way.</summary>
    private const string OnlyAtStart =
        "an end of a pipe is handed on only when a process starts. Pass it as an argument of the Process";

    // Below are the session's own; above, numbers that a spawn needs for copies.
    private const int First = 16;
    private const int Limit = 96;

    private readonly List<(Connection Connection, PassedDescriptor Descriptor)> _passed = [];

    /// <summary>The descriptors.</summary>
    public IEnumerable<PassedDescriptor> Descriptors => _passed.Select(static passed => passed.Descriptor);

    /// <summary>Whether a child may inherit a descriptor with this number.</summary>
    public static bool Has(int number) => number is >= First and < First + Limit;

    /// <summary>Writes a connection, and has the child inherit it.</summary>
    /// <returns>Why that is not possible; <see langword="null"/> when it is done.</returns>
    public static string? Write(PassedConnections? passed, WireBuffer buffer, Connection connection)
    {
        int number = First + (passed?._passed.Count ?? 0);
        if (passed is null || connection.IsClosed || !Has(number))
        {
            return passed is null ? OnlyAtStart
                : connection.IsClosed ? "it is closed"
                : $"no more than {Limit} ends of pipes can be passed to one process";
        }
        passed._passed.Add((connection, new PassedDescriptor(connection.Descriptor, number)));
        buffer.Tag(WireTag.Connection);
        buffer.Text(connection.Name);
        buffer.Byte((byte)((connection.CanRead ? 1 : 0) | (connection.CanWrite ? 2 : 0)));
        buffer.Fixed32(number);
        return null;
    }
}
