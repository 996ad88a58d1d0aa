using System.Buffers.Binary;

namespace ConcurrencyKatas.Control;

/// <summary>A worker's side of the memory that it shares with its pool.</summary>
/// <param name="room">That memory.</param>
/// <param name="number">The worker's place in it.</param>
internal sealed class WorkerPlace(PoolRoom room, int number)
{
    private readonly AnswerRing _ring = room.RingOf(number);
    private byte[] _places = [];

    /// <summary>Waits for a task; <see langword="null"/> when there will be none.</summary>
    public (long Sequence, ReadOnlyMemory<byte> Task)? Take()
    {
        if (room.Board.Take(number, _ring) is not (var sequence, var task))
        {
            return null;
        }
        if (room.Board.IsStarving)
        {
            room.Bell.Ring();
        }
        return (sequence, Unpack(task));
    }

    /// <summary>Tells the pool something.</summary>
    public void Tell(AnswerKind kind, long sequence, ReadOnlySpan<byte> message)
    {
        if (message.Length <= AnswerRing.LongestMessage)
        {
            _ring.Write(kind, sequence, message);
        }
        else
        {
            // One at a time: all that was told before has been read.
            _ring.WaitUntil(0);
            room.Memory.Write(PoolRoom.LargeAnswerOf(number), message);
            _ring.Write(kind, sequence, [], message.Length);
        }
        room.Bell.Ring();
    }

    // Where assemblies are comes before the task itself, and is nearly always the same.
    private ReadOnlyMemory<byte> Unpack(byte[] task)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(task);
        var places = task.AsMemory(sizeof(int), length);
        if (!places.Span.SequenceEqual(_places))
        {
            _places = places.ToArray();
            var cursor = new WireCursor(_places);
            for (int left = cursor.Count(); left > 0; left--)
            {
                ProcessPayload.AssemblyPaths[cursor.Identity()] = cursor.Text();
            }
        }
        return task.AsMemory(sizeof(int) + length);
    }
}
