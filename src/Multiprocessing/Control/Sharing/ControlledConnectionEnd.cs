namespace ConcurrencyKatas.Control;

/// <summary>
/// An end of a pipe of a controlled run: the arbiter keeps the messages and knows which process has which end open. Each call
/// is one operation.
/// </summary>
/// <remarks>No lock is held at a point: an actor that waits for a lock of .NET comes to none any more.</remarks>
internal sealed class ControlledConnectionEnd : IConnectionEnd
{
    // Of this process. What it has not closed is closed when it ends, as its descriptors would be.
    private static readonly System.Threading.Lock s_gate = new();
    private static readonly List<ControlledConnectionEnd> s_open = [];

    private bool _isUnreadable;

    private ControlledConnectionEnd(PipeEnd place) => Place = place;

    /// <summary>Which end of which pipe.</summary>
    public PipeEnd Place { get; }

    public bool IsClosed { get; private set; }

    /// <summary>An end that this process has from now on.</summary>
    public static ControlledConnectionEnd Open(PipeEnd place)
    {
        var end = new ControlledConnectionEnd(place);
        lock (s_gate)
        {
            s_open.Add(end);
        }
        return end;
    }

    /// <summary>The ends that this process has open.</summary>
    public static IReadOnlyList<ControlledConnectionEnd> AllOpen()
    {
        lock (s_gate)
        {
            return [.. s_open];
        }
    }

    /// <summary>A new run begins: what an earlier one left open is nobody's.</summary>
    public static void Forget()
    {
        lock (s_gate)
        {
            s_open.Clear();
        }
    }

    public bool Send(ReadOnlySpan<byte> message, string name)
    {
        if (message.Length + ControlledPipe.Header > ControlledPipe.Capacity)
        {
            throw new NotSupportedException(
                $"{CurrentProcess.Name} sent a message of {message.Length:N0} bytes through {name}; a pipe of a controlled run "
                    + $"has room for {ControlledPipe.Capacity:N0}, {ControlledPipe.Header} of them for each message's header. Send it in several parts there; "
                    + "runs for real have no such limit."
            );
        }
        return Arrive(OperationKind.Send, message.ToArray()).Value >= 0;
    }

    public Reception Receive(int maximum, out int length, out byte[] message)
    {
        (length, message) = (0, []);
        if (_isUnreadable)
        {
            return Reception.Unreadable;
        }
        // Two points, because for real it is two reads: of the length, and of the rest.
        long number = Arrive(OperationKind.Receive).Value;
        if (number < 0)
        {
            return number == ControlledPipe.Torn ? Reception.Torn : Reception.End;
        }
        message = Arrive(OperationKind.Take).Payload ?? [];
        length = message.Length;
        _isUnreadable = length > maximum;
        return _isUnreadable ? Reception.TooLong : Reception.Message;
    }

    public void Close()
    {
        if (IsClosed)
        {
            return;
        }
        _ = Arrive(OperationKind.Close);
        IsClosed = true;
        lock (s_gate)
        {
            _ = s_open.Remove(this);
        }
    }

    private Decision Arrive(OperationKind kind, byte[]? payload = null)
    {
        IController controller =
            Seam.Controller
            ?? throw new InvalidOperationException(
                $"{NamedSlot.NameAt(Place.Number)} was made in a controlled run and used outside of it."
            );
        return controller.Arrive(
            Operation.OnPipe(kind, Place.Number, Place.End, Session.Current.Self) with
            {
                Payload = payload,
                IsQuiet = kind == OperationKind.Receive,
            }
        );
    }
}
