using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// The shared memory in which the primitives and the process table of a family of processes live. The root of the
/// family makes it on first use; every child inherits it.
/// </summary>
public sealed unsafe class Session
{
    /// <summary>Bytes that a segment has before its event log.</summary>
    public const int SegmentLength = 16 * 1024 * 1024;

    /// <summary>How many actors have an arena of their own.</summary>
    public const int ArenaCount = 64;

    /// <summary>Bytes of one actor's arena.</summary>
    public const int ArenaSize = 64 * 1024;

    /// <summary>
    /// Where the arenas begin. Under a controller actor <c>a</c>'s slots lie from <c>ArenaBase + a * ArenaSize</c>
    /// upwards without gaps, so that an offset does not depend on the schedule. The common allocator stays below.
    /// </summary>
    public const int ArenaBase = SegmentLength - (ArenaCount * ArenaSize);

    private const int FirstSlot = ProcessTable.Offset + ProcessTable.Bytes;

    private static readonly System.Threading.Lock s_gate = new();
    private static Session? s_current;

    private readonly byte* _base;

    private Session(SharedMemory memory, Sentinel? ownSentinel, int sentinel)
    {
        Memory = memory;
        _base = memory.Base;
        Processes = new ProcessTable(_base);
        Bulk = new BulkMemory(memory);
        OwnSentinel = ownSentinel;
        SentinelDescriptor = sentinel;
    }

    /// <summary>The session of this process. The first use in a process that attached to none makes a new one.</summary>
    public static Session Current => Volatile.Read(ref s_current) ?? Open();

    /// <summary>The session of this process, if it has one already.</summary>
    internal static Session? Existing => Volatile.Read(ref s_current);

    /// <summary>The segment.</summary>
    public SharedMemory Memory { get; }

    /// <summary>The processes of the session.</summary>
    public ProcessTable Processes { get; }

    /// <summary>Room for what is larger than slots are.</summary>
    internal BulkMemory Bulk { get; }

    /// <summary>The slot of this process in <see cref="Processes"/>.</summary>
    public int Self { get; private set; }

    /// <summary>
    /// The read end of the pipe whose write end only the session's owner holds; handed to every child. −1 when the
    /// session has none.
    /// </summary>
    public int SentinelDescriptor { get; }

    /// <summary>Held so that the pipe's write end lives as long as the session of a root.</summary>
    internal Sentinel? OwnSentinel { get; }

    /// <summary>Makes memory that was inherited the session of this process.</summary>
    /// <param name="memory">A segment that <see cref="Initialise"/> was called on.</param>
    /// <param name="sentinel">The inherited read end of the owner's sentinel, handed on to children; −1 for none.</param>
    /// <exception cref="InvalidOperationException">The memory holds no session of this version.</exception>
    public static Session Attach(SharedMemory memory, int sentinel = -1)
    {
        byte* start = memory.Base;
        long magic = Volatile.Read(ref *(long*)(start + SegmentHeader.Magic));
        int version = *(int*)(start + SegmentHeader.Version);
        if (magic != SegmentHeader.MagicValue || version != SegmentHeader.LayoutVersion)
        {
            throw new InvalidOperationException(
                $"The inherited memory is no session of layout {SegmentHeader.LayoutVersion} (it says {version}). "
                    + "Parent and child run different builds of ConcurrencyKatas.Multiprocessing: build both again."
            );
        }
        var session = new Session(memory, null, sentinel);
        Volatile.Write(ref s_current, session);
        return session;
    }

    /// <summary>
    /// Writes the header of an empty session. On a segment that was used before, only what was used is cleared, so
    /// that an arbiter can do this for every schedule; no process may use the segment meanwhile.
    /// </summary>
    /// <param name="memory">At least <see cref="SegmentLength"/> bytes plus the log.</param>
    /// <param name="logBytes">Bytes of the event log; 0 for none.</param>
    public static void Initialise(SharedMemory memory, long logBytes = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(logBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(memory.Length, SegmentLength + logBytes, nameof(memory));
        byte* start = memory.Base;
        if (*(long*)(start + SegmentHeader.Magic) == SegmentHeader.MagicValue)
        {
            Clear(memory);
        }
        *(int*)(start + SegmentHeader.Version) = SegmentHeader.LayoutVersion;
        *(int*)(start + SegmentHeader.ProcessesUsed) = 0;
        *(int*)(start + SegmentHeader.NextReused) = 0;
        *(int*)(start + SegmentHeader.NextSlot) = FirstSlot;
        *(long*)(start + SegmentHeader.LogOffset) = logBytes == 0 ? 0 : SegmentLength;
        *(long*)(start + SegmentHeader.LogBytes) = logBytes;
        Volatile.Write(ref *(long*)(start + SegmentHeader.Magic), SegmentHeader.MagicValue);
    }

    /// <summary>Enters a process into the table; see <see cref="ProcessTable.Register"/>.</summary>
    public int RegisterProcess(int pid, int parent, string name) => Processes.Register(pid, parent, name);

    /// <summary>Says which entry of the table is this process. Locks taken from now on are owned by that entry.</summary>
    public void Become(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, ProcessTable.Capacity);
        Self = slot;
    }

    /// <summary>The slot at this offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No slot begins there.</exception>
    public byte* Slot(int offset)
    {
        if (offset < FirstSlot || offset > SegmentLength - SlotLayout.Size || offset % SlotLayout.Size != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "No slot of the segment begins here.");
        }
        return _base + offset;
    }

    /// <summary>Reserves a slot that no other process of the session has.</summary>
    internal int AllocateSlot() => AllocateSlots(1);

    /// <summary>Reserves several slots in a row.</summary>
    internal int AllocateSlots(int count)
    {
        ref int next = ref *(int*)(_base + SegmentHeader.NextSlot);
        int offset;
        do
        {
            offset = Volatile.Read(ref next);
            if (offset > ArenaBase - (count * SlotLayout.Size))
            {
                throw new InvalidOperationException(
                    $"This session has made {(ArenaBase - FirstSlot) / SlotLayout.Size:N0} locks, semaphores and the like, which is "
                        + "all it has room for. Make them once, outside loops, and pass them to the processes."
                );
            }
        } while (Interlocked.CompareExchange(ref next, offset + (count * SlotLayout.Size), offset) != offset);
        return offset;
    }

    private static Session Open()
    {
        lock (s_gate)
        {
            if (s_current is { } existing)
            {
                return existing;
            }
            SharedMemory memory = SharedMemory.Create(SegmentLength);
            Initialise(memory);
            var sentinel = Sentinel.Create();
            var session = new Session(memory, sentinel, sentinel.ReadEnd);
            session.Become(session.RegisterProcess(Environment.ProcessId, -1, CurrentProcess.MainName));
            Volatile.Write(ref s_current, session);
            return session;
        }
    }

    private static void Clear(SharedMemory memory)
    {
        byte* start = memory.Base;
        int processes = Math.Clamp(*(int*)(start + SegmentHeader.ProcessesUsed), 0, ProcessTable.Capacity);
        Zero(start + ProcessTable.Offset, (long)processes * (ProcessTable.Bytes / ProcessTable.Capacity));
        int next = Math.Clamp(*(int*)(start + SegmentHeader.NextSlot), FirstSlot, ArenaBase);
        Zero(start + FirstSlot, next - FirstSlot);
        for (int arena = 0; arena < ArenaCount; arena++)
        {
            byte* slot = start + ArenaBase + (arena * ArenaSize);
            byte* end = slot + ArenaSize;
            for (; slot < end && !IsZero(slot); slot += SlotLayout.Size)
            {
                Zero(slot, SlotLayout.Size);
            }
        }
        EventLog.Clear(memory);
        BulkMemory.Clear(memory);
    }

    private static bool IsZero(byte* slot) => !new ReadOnlySpan<byte>(slot, SlotLayout.Size).ContainsAnyExcept((byte)0);

    private static void Zero(byte* start, long length) => new Span<byte>(start, checked((int)length)).Clear();
}
