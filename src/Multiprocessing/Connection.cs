using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// One end of a <see cref="Pipe"/>. It can be passed to a <see cref="Process"/> as an argument, and travel in the messages of
/// queues and pipes.
/// </summary>
/// <remarks>
/// An end that travels in a message stays open with its sender until the message is received, also when it is closed there; who
/// ends before that takes it along.
///
/// Messages arrive whole and in order. Threads of one process may use an end at the same time; of several processes that hold
/// the same end only one at a time may send, and only one may receive, as in Python.
/// </remarks>
public sealed class Connection : IDisposable
{
    internal Connection(IConnectionEnd end, bool canRead, bool canWrite, string name) =>
        (End, CanRead, CanWrite, Name) = (end, canRead, canWrite, name);

    /// <summary>Its name in messages: that of the pipe and the end.</summary>
    public string Name { get; }

    /// <summary>Whether this end can receive.</summary>
    public bool CanRead { get; }

    /// <summary>Whether this end can send.</summary>
    public bool CanWrite { get; }

    /// <summary>Whether it was closed in this process.</summary>
    public bool IsClosed => End.IsClosed;

    /// <summary>What is behind it.</summary>
    internal IConnectionEnd End { get; }

    /// <summary>Its descriptor, in a run for real.</summary>
    internal int Descriptor => ((RealConnectionEnd)End).Descriptor;

    /// <summary>Sends a copy of an object; waits while the other side has too much to receive.</summary>
    /// <typeparam name="T">What travels: values, strings, collections, plain objects, the primitives of this library.</typeparam>
    /// <exception cref="MultiprocessingUsageException">The object cannot travel. Nothing was sent.</exception>
    /// <exception cref="IOException">Nobody has the other end open any more.</exception>
    /// <exception cref="InvalidOperationException">This end only receives.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public void Send<T>(T value)
    {
        ThrowUnless(CanWrite, "send through", "read-only");
        using var message = Outgoing.Of(value, "message");
        SendBytes(message.Bytes);
        _ = message.Done(true);
    }

    /// <summary>Waits for a message that was sent by <see cref="Send"/> and receives it.</summary>
    /// <typeparam name="T">What was sent.</typeparam>
    /// <exception cref="EndOfStreamException">There is none, and everybody has closed the other end.</exception>
    /// <exception cref="IOException">The message broke off in the middle, or another process received here as well.</exception>
    /// <exception cref="WireFormatException">The message is none of <see cref="Send"/>, or something else than a T.</exception>
    /// <exception cref="InvalidOperationException">This end only sends.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public T Receive<T>() => Wire.Read<T>(ReceiveBytes());

    /// <summary>Sends bytes as one message, which may be empty.</summary>
    /// <inheritdoc cref="Send"/>
    public void SendBytes(ReadOnlySpan<byte> message)
    {
        ThrowUnless(CanWrite, "send through", "read-only");
        if (!End.Send(message, Name))
        {
            throw new IOException(
                $"{CurrentProcess.Name} sent through {Name}, whose other end nobody has open any more (broken pipe). Who "
                    + "receives has to keep its end open until everything has been sent."
            );
        }
    }

    /// <summary>Waits for a message and receives its bytes.</summary>
    /// <param name="maximum">How many bytes it may have; <see langword="null"/> for any number.</param>
    /// <exception cref="EndOfStreamException">There is none, and everybody has closed the other end.</exception>
    /// <exception cref="IOException">It is longer, which makes this end unreadable; or it broke off in the middle.</exception>
    /// <exception cref="InvalidOperationException">This end only sends.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public byte[] ReceiveBytes(int? maximum = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum ?? 0);
        ThrowUnless(CanRead, "receive from", "write-only");
        switch (End.Receive(maximum ?? int.MaxValue, out int length, out byte[] message))
        {
            case Reception.Message:
                return message;
            case Reception.End:
                throw new EndOfStreamException(
                    $"{CurrentProcess.Name} received from {Name}, but there are no more messages: everybody has closed the "
                        + "other end. Catch this to learn of the end, or have the sender say how many messages come."
                );
            case Reception.TooLong:
                throw new IOException(
                    $"A message of {length} bytes came through {Name}, where {maximum ?? int.MaxValue} are accepted (bad "
                        + "message length). Nothing more can be received from this end."
                );
            case Reception.Torn:
                throw new IOException(
                    $"{CurrentProcess.Name} received from {Name} while another process was receiving there, so each has got "
                        + "parts of one message. Of the processes that have the same end only one at a time may receive: "
                        + "have them take turns with a Lock, or give each a pipe of its own."
                );
            default:
                throw Cannot("receive from", "unreadable after a message that was too long");
        }
    }

    /// <summary>Whether a message waits, or the end has come: then <see cref="Receive"/> does not wait.</summary>
    public bool Poll() => Poll(TimeSpan.Zero);

    /// <summary>Waits until a message is there, or the end has come, for a limited time. Takes nothing.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether <see cref="Receive"/> would not wait.</returns>
    /// <exception cref="InvalidOperationException">This end only sends.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public bool Poll(TimeSpan timeout) => WaitAny([this], timeout).Count > 0;

    /// <summary>Waits until one of several ends has something to receive or has come to its end.</summary>
    /// <returns>All that are ready; none when the time is over.</returns>
    /// <inheritdoc cref="WaitAny(IEnumerable{Connection}, IEnumerable{Process}, TimeSpan)"/>
    public static IReadOnlyList<Connection> WaitAny(IEnumerable<Connection> connections, TimeSpan timeout) =>
        WaitAny(connections, [], timeout).Connections;

    /// <summary>Waits until one of several ends has something to receive or has come to its end, or a process has ended.</summary>
    /// <param name="connections">Ends that receive.</param>
    /// <param name="processes">Children of this process.</param>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>All that are ready, in the order in which they were given; none when the time is over.</returns>
    /// <exception cref="MultiprocessingUsageException">A process was not started by this one.</exception>
    public static (IReadOnlyList<Connection> Connections, IReadOnlyList<Process> Processes) WaitAny(
        IEnumerable<Connection> connections,
        IEnumerable<Process> processes,
        TimeSpan timeout
    )
    {
        ArgumentNullException.ThrowIfNull(connections);
        ArgumentNullException.ThrowIfNull(processes);
        Connection[] ends = [.. connections];
        Process[] children = [.. processes];
        long ticks = timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(0, timeout.Ticks);
        if (Seam.Controller is { } controller)
        {
            return ControlledWait.For(controller, ends, children, ticks);
        }
        using var wait = new ConnectionWait(ends, children);
        return wait.For(ticks);
    }

    /// <summary>
    /// Closes this end in this process. Other processes that have it keep it; when all have closed it, who receives at the other
    /// end is told. Again is fine.
    /// </summary>
    public void Close() => End.Close();

    /// <summary>The same as <see cref="Close"/>.</summary>
    public void Dispose() => Close();

    /// <summary><c>Connection(Pipe-1.First)</c>, and whether it is closed.</summary>
    public override string ToString() => $"Connection({Name}{(IsClosed ? ", closed" : "")})";

    /// <summary>Refuses an end that does not receive, or is closed.</summary>
    internal void ThrowUnlessReadable() => ThrowUnless(CanRead, "wait for", "write-only");

    private void ThrowUnless(bool able, string verb, string what)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (!able)
        {
            throw Cannot(verb, what);
        }
    }

    private InvalidOperationException Cannot(string verb, string what) =>
        new(
            $"{CurrentProcess.Name} tried to {verb} {Name} (connection is {what}). Of a pipe with duplex: false the first "
                + "end receives and the second one sends."
        );
}
