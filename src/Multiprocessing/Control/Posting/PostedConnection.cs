namespace ConcurrencyKatas.Control;

/// <summary>What a message says about an end of a pipe that travels in it: where its descriptor is to be fetched.</summary>
/// <param name="Office">The process that sent it.</param>
/// <param name="Ticket">Which of its parcels.</param>
/// <param name="Name">The connection's name.</param>
/// <param name="Abilities">1 when it can receive, 2 when it can send.</param>
internal readonly record struct PostedConnection(PostAddress Office, long Ticket, string Name, byte Abilities)
{
    /// <summary>Writes it behind its tag.</summary>
    public void Write(WireBuffer buffer)
    {
        buffer.Fixed64(Office.Name);
        buffer.Fixed64(Office.Key);
        buffer.Fixed64(Ticket);
        buffer.Text(Name);
        buffer.Byte(Abilities);
    }

    /// <summary>Reads it from behind its tag.</summary>
    public static PostedConnection Read(WireCursor cursor) =>
        new(new PostAddress(cursor.Fixed64(), cursor.Fixed64()), cursor.Fixed64(), cursor.Text(), cursor.Byte());

    /// <summary>Fetches it.</summary>
    /// <exception cref="IOException">Whoever sent it has ended, or somebody has fetched it already.</exception>
    public Connection Fetch()
    {
        int? descriptor = PostClient.Fetch(Office, Ticket);
        return descriptor is { } fetched
            ? new Connection(new RealConnectionEnd(fetched), (Abilities & 1) != 0, (Abilities & 2) != 0, Name)
            : throw new IOException(
                $"{CurrentProcess.Name} received {Name}, an end of a pipe, in a message, but the process that sent it has ended "
                    + "before it was received. An end of a pipe that travels stays with its sender until it is received: have the "
                    + "sender wait for an answer, or pass the end as an argument of the Process."
            );
    }
}
