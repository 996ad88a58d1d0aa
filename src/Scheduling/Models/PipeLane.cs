using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>One direction of a pipe: its messages, first in, first out, in the room that there is.</summary>
/// <param name="capacity">How many bytes wait in it at most, with their headers.</param>
internal sealed class PipeLane(int capacity)
{
    private readonly List<byte[]> _messages = [];
    private int _taken;

    /// <summary>How many messages are on the way.</summary>
    public int Count => _messages.Count - _taken;

    /// <summary>The number of the next message to be taken, from 0.</summary>
    public int First => _taken;

    /// <summary>The messages on the way, first in first.</summary>
    public IEnumerable<byte[]> Messages => _messages.Skip(_taken);

    /// <summary>How many bytes are on the way, with their headers.</summary>
    public int Bytes => _messages.Skip(_taken).Sum(Length);

    /// <summary>A number for equal contents.</summary>
    public ulong Digest
    {
        get
        {
            var digest = new Digest().Add(_taken);
            foreach (var message in _messages.Skip(_taken))
            {
                digest = digest.Add(Convert.ToHexString(message));
            }
            return digest.Value;
        }
    }

    /// <summary>Whether there is room for a message.</summary>
    public bool Fits(byte[]? message) => RoomFor(message) < _taken;

    /// <summary>What the decision about sending a message says.</summary>
    public long ItemOf(byte[]? message) => PipeOrder.Pack(_messages.Count, RoomFor(message));

    /// <summary>Adds a message.</summary>
    public void Add(byte[]? message) => _messages.Add(message ?? []);

    /// <summary>Takes the first one.</summary>
    public byte[] Take() => _messages[_taken++];

    /// <summary>An independent copy.</summary>
    public PipeLane Clone()
    {
        var copy = new PipeLane(capacity) { _taken = _taken };
        copy._messages.AddRange(_messages);
        return copy;
    }

    // The last message that must have been taken before there is room for this one; −1 when there is room in any case. It
    // follows from what was sent before, and not from when that was received.
    private int RoomFor(byte[]? message)
    {
        var bytes = Length(message ?? []);
        for (var number = _messages.Count - 1; number >= 0; number--)
        {
            bytes += Length(_messages[number]);
            if (bytes > capacity)
            {
                return number;
            }
        }
        return -1;
    }

    private static int Length(byte[] message) => message.Length + ControlledPipe.Header;
}
