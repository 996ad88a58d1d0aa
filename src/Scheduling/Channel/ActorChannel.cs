using System.Runtime.CompilerServices;
using System.Text;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>One actor's part of the channel, as both sides see it.</summary>
internal readonly unsafe struct ActorChannel
{
    private readonly byte* _base;
    private readonly int _line;

    public ActorChannel(SharedMemory channel, int line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, ChannelLayout.MaxLines);
        _base = channel.Base;
        _line = line;
    }

    public ActorLine* Line => (ActorLine*)(_base + ChannelLayout.Lines + (_line * ChannelLayout.LineSize));

    public ActorState State => (ActorState)Volatile.Read(ref Line->State);

    private byte* Mailbox => _base + ChannelLayout.Mailboxes + ((long)_line * ChannelLayout.MailboxSize);

    private byte* SourceArea => Mailbox + ChannelLayout.TextCapacity;

    private byte* PayloadArea => SourceArea + ChannelLayout.SourceCapacity;

    /// <summary>Back to the state in which a new worker expects its line: no turn given, nothing reported.</summary>
    public void Clear() => *Line = default;

    public void SetState(ActorState state) => Volatile.Write(ref Line->State, (int)state);

    /// <summary>Gives the actor its turn.</summary>
    public void GiveTurn()
    {
        Interlocked.Increment(ref Line->Turn);
        Futex.Wake(&Line->Turn);
    }

    /// <summary>Sleeps until the turn count differs from <paramref name="seen"/>; returns the new count.</summary>
    [MethodImpl(HotPath.Options)]
    public int WaitForTurn(int seen)
    {
        int turn;
        while ((turn = Volatile.Read(ref Line->Turn)) == seen)
        {
            Futex.WaitWhile(&Line->Turn, seen);
        }
        return turn;
    }

    [MethodImpl(HotPath.Options)]
    public void WriteOperation(in Operation operation)
    {
        ActorLine* line = Line;
        line->Kind = (int)operation.Kind;
        line->Space = (int)operation.Space;
        line->Object = operation.Object;
        line->Argument = operation.Argument;
        line->Timeout = operation.Timeout;
        line->IsQuiet = operation.IsQuiet ? 1 : 0;
        WriteText(operation.Text);
        WritePayload(operation.Payload);
        line->SourceLength = -1;
    }

    /// <summary>What the actor has asked the arbiter for last. Where it went by a plan it has asked for nothing.</summary>
    public Operation ReadOperation()
    {
        ActorLine* line = Line;
        return new Operation(
            (OperationKind)line->Kind,
            (ObjectSpace)line->Space,
            line->Object,
            line->Argument,
            line->Timeout,
            ReadText(),
            ReadPayload()
        )
        {
            IsQuiet = line->IsQuiet != 0,
        };
    }

    public void WriteText(string? text) =>
        Line->TextLength = text is null ? -1 : Put(text, Mailbox, ChannelLayout.TextCapacity);

    public string? ReadText() => Get(Line->TextLength, Mailbox, ChannelLayout.TextCapacity);

    public void WriteSource(string source) =>
        Line->SourceLength = Put(source, SourceArea, ChannelLayout.SourceCapacity);

    public string? ReadSource() => Get(Line->SourceLength, SourceArea, ChannelLayout.SourceCapacity);

    public void WritePayload(byte[]? payload)
    {
        if (payload is null)
        {
            Line->PayloadLength = -1;
            return;
        }
        if (payload.Length > ChannelLayout.PayloadCapacity)
        {
            throw new NotSupportedException(
                $"{payload.Length} bytes are too much to hand over at once; {ChannelLayout.PayloadCapacity} is the limit."
            );
        }
        payload.CopyTo(new Span<byte>(PayloadArea, payload.Length));
        Line->PayloadLength = payload.Length;
    }

    // The reader does not trust the lengths: the worker on the other side runs a student's code.
    public byte[]? ReadPayload()
    {
        int length = Line->PayloadLength;
        return length < 0
            ? null
            : new ReadOnlySpan<byte>(PayloadArea, Math.Min(length, ChannelLayout.PayloadCapacity)).ToArray();
    }

    private static int Put(string text, byte* area, int capacity)
    {
        var bytes = new Span<byte>(area, capacity);
        Encoding.UTF8.GetEncoder().Convert(text, bytes, true, out _, out int used, out _);
        return used;
    }

    private static string? Get(int length, byte* area, int capacity) =>
        length < 0 ? null : Encoding.UTF8.GetString(area, Math.Min(length, capacity));
}
