using System.Text;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// The processes of a session, in shared memory, so that an owner has a name in every process. A slot is used again
/// only when all have been used, and then in turn; its generation then tells the old process from the new one.
/// </summary>
public sealed unsafe class ProcessTable
{
    /// <summary>How many processes a session can have at one time.</summary>
    public const int Capacity = 1024;

    /// <summary>Bytes of UTF-8 that a name may have; longer names are cut at a character.</summary>
    public const int NameCapacity = EntrySize - Name;

    internal const int Offset = 4096;
    internal const int Bytes = Capacity * EntrySize;

    private const int EntrySize = 128;
    private const int Generation = 0;
    private const int State = 4;
    private const int Pid = 8;
    private const int Parent = 12;
    private const int ExitCode = 16;
    private const int NameLength = 20;
    private const int StartTime = 24;
    private const int Name = 32;

    private readonly byte* _entries;
    private readonly int* _used;
    private readonly int* _nextReused;

    internal ProcessTable(byte* segment)
    {
        _entries = segment + Offset;
        _used = (int*)(segment + SegmentHeader.ProcessesUsed);
        _nextReused = (int*)(segment + SegmentHeader.NextReused);
    }

    /// <summary>How many slots have ever been used; all entries are below.</summary>
    public int Used => Math.Clamp(Volatile.Read(ref *_used), 0, Capacity);

    /// <summary>Enters a process.</summary>
    /// <param name="pid">Its id, or 0 when it is not known yet.</param>
    /// <param name="parent">The slot of its parent, or −1.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Its slot.</returns>
    /// <exception cref="InvalidOperationException">The table is full of live processes.</exception>
    public int Register(int pid, int parent, string name)
    {
        int slot = Reserve();
        Write(slot, pid, parent, name, pid == 0 ? 0 : ProcessLife.StartTime(pid));
        return slot;
    }

    /// <summary>Enters a process at a slot of the caller's choice: under a controller, its actor number.</summary>
    public void RegisterAt(int slot, int pid, int parent, string name)
    {
        byte* entry = Entry(slot);
        int used;
        while ((used = Volatile.Read(ref *_used)) <= slot)
        {
            _ = Interlocked.CompareExchange(ref *_used, slot + 1, used);
        }
        Volatile.Write(ref Int(entry, State), (int)ProcessState.Starting);
        Write(slot, pid, parent, name, startTime: 0);
    }

    /// <summary>Notes the id of a process that was entered before it was started.</summary>
    public void Started(int slot, int pid) => Started(slot, pid, ProcessLife.StartTime(pid));

    /// <summary>The same, with when it began; 0 when that is not known.</summary>
    internal void Started(int slot, int pid, long startTime)
    {
        byte* entry = Entry(slot);
        Int(entry, Pid) = pid;
        Long(entry, StartTime) = startTime;
        Volatile.Write(ref Int(entry, State), (int)ProcessState.Running);
    }

    /// <summary>Notes that a process has ended.</summary>
    public void Ended(int slot, int exitCode)
    {
        byte* entry = Entry(slot);
        Int(entry, ExitCode) = exitCode;
        Volatile.Write(ref Int(entry, State), (int)ProcessState.Ended);
    }

    /// <summary>What the table says about a slot, or <see langword="null"/> for one that was never used.</summary>
    public ProcessEntry? Read(int slot)
    {
        if (slot < 0 || slot >= Used)
        {
            return null;
        }
        byte* entry = Entry(slot);
        int length = Math.Clamp(Int(entry, NameLength), 0, NameCapacity);
        return new ProcessEntry(
            slot,
            Int(entry, Pid),
            Int(entry, Parent),
            Encoding.UTF8.GetString(entry + Name, length),
            Int(entry, Generation),
            (ProcessState)Volatile.Read(ref Int(entry, State)),
            Int(entry, ExitCode)
        );
    }

    /// <summary>What a primitive's word holds while the process at this slot owns it: never 0, never equal for two processes.</summary>
    internal int OwnerWord(int slot) => (slot + 1) | ((Int(Entry(slot), Generation) & 0x7FFF) << 16);

    /// <summary>Who is meant by a word of <see cref="OwnerWord"/>; <see langword="null"/> when nobody owns.</summary>
    internal ProcessEntry? OwnerOf(int word) =>
        word != 0 && Read((word & 0xFFFF) - 1) is { } entry && (entry.Generation & 0x7FFF) == word >>> 16
            ? entry
            : null;

    /// <summary>
    /// Whether the process that is meant by a word of <see cref="OwnerWord"/> has ended, however it did, and whether or not
    /// its parent has noticed.
    /// </summary>
    internal bool HasEnded(int word) =>
        OwnerOf(word) is not { } owner
        || owner.State == ProcessState.Ended
        || (
            owner.State == ProcessState.Running && (ProcessLife.HasEnded(owner.Pid) || IsAnother(owner.Pid, owner.Slot))
        );

    // Whose parent was killed is reaped by nobody who writes it down here, and its id may be given to another process.
    private bool IsAnother(int pid, int slot) =>
        Long(Entry(slot), StartTime) is var then and not 0
        && ProcessLife.StartTime(pid) is var now and not 0
        && now != then;

    private static ref int Int(byte* entry, int offset) => ref *(int*)(entry + offset);

    private static ref long Long(byte* entry, int offset) => ref *(long*)(entry + offset);

    private byte* Entry(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, Capacity);
        return _entries + (slot * EntrySize);
    }

    private int Reserve()
    {
        int used;
        while ((used = Volatile.Read(ref *_used)) < Capacity)
        {
            if (Interlocked.CompareExchange(ref *_used, used + 1, used) == used)
            {
                Volatile.Write(ref Int(Entry(used), State), (int)ProcessState.Starting);
                return used;
            }
        }
        // Round and round: what an entry says of a process that has ended, such as the name of who held a lock, is kept long.
        int first = Volatile.Read(ref *_nextReused);
        for (int i = 0; i < Capacity; i++)
        {
            int slot = (int)((uint)(first + i) % Capacity);
            ref int state = ref Int(Entry(slot), State);
            const int Ended = (int)ProcessState.Ended;
            if (Interlocked.CompareExchange(ref state, (int)ProcessState.Starting, Ended) == Ended)
            {
                Volatile.Write(ref *_nextReused, (slot + 1) % Capacity);
                return slot;
            }
        }
        throw new InvalidOperationException(
            $"This session already has {Capacity} processes that run or were never joined. Join those that have ended."
        );
    }

    private void Write(int slot, int pid, int parent, string name, long startTime)
    {
        byte* entry = Entry(slot);
        Int(entry, Generation)++;
        Int(entry, Pid) = pid;
        Int(entry, Parent) = parent;
        Int(entry, ExitCode) = 0;
        Long(entry, StartTime) = startTime;
        Int(entry, NameLength) = Utf8Text.Cut(name, new Span<byte>(entry + Name, NameCapacity));
        if (pid != 0)
        {
            Volatile.Write(ref Int(entry, State), (int)ProcessState.Running);
        }
    }
}
