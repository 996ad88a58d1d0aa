using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Where marks, starts and ends of a run without a controller are kept in order, for whoever watches the session. The
/// log is a row of cells in the segment. A writer reserves the cells that it needs by one atomic addition, which fixes
/// the order, and publishes the first one last; cells of a writer that was killed in between stay empty and are skipped.
/// </summary>
public static unsafe class EventLog
{
    /// <summary>Bytes of UTF-8 that the text of one event may have; longer texts are cut at a character.</summary>
    public const int TextCapacity = FirstText + ((MaximumCells - 1) * MoreText);

    private const int CellSize = 128;
    private const int MaximumCells = 32;

    // The log's own header is its first cell: two long counters.
    private const int NextCell = 0;
    private const int DroppedEvents = 8;

    // A cell: state (0 empty, 1 an event begins here, 2 more text of the event before); then, in a first cell:
    private const int State = 0;
    private const int Kind = 4;
    private const int ProcessSlot = 8;
    private const int Pid = 12;
    private const int Argument = 16;
    private const int TextLength = 24;
    private const int TextStart = 28;
    private const int FirstText = CellSize - TextStart;
    private const int MoreTextStart = 4;
    private const int MoreText = CellSize - MoreTextStart;

    private const int Begins = 1;
    private const int Continues = 2;

    /// <summary>
    /// Appends one event; later events of any process of the session come after it. Without a log in the session
    /// nothing happens; when the log is full the event is counted and dropped.
    /// </summary>
    public static void Record(in Operation operation)
    {
        if (Session.Existing is { } session)
        {
            int pid = Environment.ProcessId;
            Append(session, operation.Kind, session.Self, pid, operation.Argument, operation.Text ?? "");
        }
    }

    /// <summary>Appends an event on behalf of a process; see <see cref="LoggedEvent"/>.</summary>
    internal static void Append(Session session, OperationKind kind, int slot, int pid, long argument, string text)
    {
        if (!TryFind(session.Memory, out byte* log, out long cells))
        {
            return;
        }
        Span<byte> bytes = stackalloc byte[Math.Min(text.Length * 3, TextCapacity)];
        bytes = bytes[..Utf8Text.Cut(text, bytes)];
        int needed = 1 + (Math.Max(0, bytes.Length - FirstText + MoreText - 1) / MoreText);
        long first = Interlocked.Add(ref *(long*)(log + NextCell), needed) - needed + 1;
        if (first + needed > cells)
        {
            _ = Interlocked.Increment(ref *(long*)(log + DroppedEvents));
            return;
        }
        byte* cell = log + (first * CellSize);
        *(int*)(cell + Kind) = (int)kind;
        *(int*)(cell + ProcessSlot) = slot;
        *(int*)(cell + Pid) = pid;
        *(long*)(cell + Argument) = argument;
        *(int*)(cell + TextLength) = bytes.Length;
        Span<byte> rest = Put(bytes, cell + TextStart, FirstText);
        for (byte* more = cell + CellSize; !rest.IsEmpty; more += CellSize)
        {
            *(int*)(more + State) = Continues;
            rest = Put(rest, more + MoreTextStart, MoreText);
        }
        Volatile.Write(ref *(int*)(cell + State), Begins);
    }

    /// <summary>Every event that has been published, in order; also after all processes of the session have died.</summary>
    public static IReadOnlyList<LoggedEvent> Read(SharedMemory memory)
    {
        if (!TryFind(memory, out byte* log, out long cells))
        {
            return [];
        }
        long used = Math.Clamp(Volatile.Read(ref *(long*)(log + NextCell)), 0, cells - 1);
        var events = new List<LoggedEvent>();
        for (long index = 1; index <= used; index++)
        {
            byte* cell = log + (index * CellSize);
            if (Volatile.Read(ref *(int*)(cell + State)) == Begins)
            {
                events.Add(ReadEvent(cell, log + ((used + 1) * CellSize)));
            }
        }
        return events;
    }

    /// <summary>How many events found the log full.</summary>
    public static long Dropped(SharedMemory memory) =>
        TryFind(memory, out byte* log, out _) ? Volatile.Read(ref *(long*)(log + DroppedEvents)) : 0;

    /// <summary>Empties the log; nobody may write meanwhile.</summary>
    internal static void Clear(SharedMemory memory)
    {
        if (TryFind(memory, out byte* log, out long cells))
        {
            long used = Math.Clamp(*(long*)(log + NextCell), 0, cells - 1);
            new Span<byte>(log, checked((int)((used + 1) * CellSize))).Clear();
        }
    }

    private static bool TryFind(SharedMemory memory, out byte* log, out long cells)
    {
        long offset = *(long*)(memory.Base + SegmentHeader.LogOffset);
        long bytes = *(long*)(memory.Base + SegmentHeader.LogBytes);
        bool sound = offset >= Session.SegmentLength && bytes >= 0 && bytes <= memory.Length - offset;
        cells = sound ? bytes / CellSize : 0;
        log = cells > 1 ? memory.Base + offset : null;
        return cells > 1;
    }

    private static LoggedEvent ReadEvent(byte* cell, byte* end)
    {
        int length = Math.Clamp(*(int*)(cell + TextLength), 0, TextCapacity);
        byte[] text = new byte[length];
        Span<byte> rest = Take(text, cell + TextStart, FirstText);
        for (byte* more = cell + CellSize; !rest.IsEmpty && more < end; more += CellSize)
        {
            rest = Take(rest, more + MoreTextStart, MoreText);
        }
        return new LoggedEvent(
            (OperationKind)(*(int*)(cell + Kind)),
            *(int*)(cell + ProcessSlot),
            *(int*)(cell + Pid),
            *(long*)(cell + Argument),
            Utf8Text.Read(text)
        );
    }

    private static Span<byte> Put(Span<byte> text, byte* place, int room)
    {
        int count = Math.Min(room, text.Length);
        text[..count].CopyTo(new Span<byte>(place, room));
        return text[count..];
    }

    private static Span<byte> Take(Span<byte> text, byte* place, int room)
    {
        int count = Math.Min(room, text.Length);
        new ReadOnlySpan<byte>(place, count).CopyTo(text);
        return text[count..];
    }
}
