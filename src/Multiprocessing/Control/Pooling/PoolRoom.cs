using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// The memory that a pool shares with its workers, and nobody else: the board of tasks, and for each worker a ring of answers.
/// Behind it, where nothing is mapped, is room for tasks and answers that are too large for those.
/// </summary>
internal sealed unsafe class PoolRoom : IDisposable
{
    // Large tasks begin here, and the large answer of each place further on: addresses, not memory.
    private const long LargeStart = 1L << 36;
    private const int PlaceShift = 36;

    private PoolRoom(SharedMemory memory, PoolBell bell) =>
        (Memory, Bell, Board) = (memory, bell, new TaskBoard(memory));

    /// <summary>The memory.</summary>
    public SharedMemory Memory { get; }

    /// <summary>What calls the pool.</summary>
    public PoolBell Bell { get; }

    /// <summary>The tasks that no worker has taken.</summary>
    public TaskBoard Board { get; }

    /// <summary>Makes it.</summary>
    /// <param name="places">For how many workers.</param>
    public static PoolRoom Create(int places)
    {
        var memory = SharedMemory.Create(Length(places));
        try
        {
            return new PoolRoom(memory, PoolBell.Create(TaskBoard.Asleep(memory)));
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>In a worker: the same room.</summary>
    public static PoolRoom Inherit(int memoryDescriptor, int bellDescriptor, int places)
    {
        var memory = SharedMemory.Map(ChildGuard.Inherited(memoryDescriptor), Length(places));
        int bell = ChildGuard.Inherited(bellDescriptor);
        return new PoolRoom(memory, PoolBell.At(TaskBoard.Asleep(memory), bell));
    }

    /// <summary>The ring of a worker's answers.</summary>
    public AnswerRing RingOf(int place) => new(Memory.Base + TaskBoard.Length + ((long)place * AnswerRing.Length));

    /// <summary>Where the one large answer of a worker lies that has not been read.</summary>
    public static long LargeAnswerOf(int place) => LargeStart + ((place + 1L) << PlaceShift);

    /// <summary>Where large tasks may lie: from here to the first worker's place.</summary>
    public static (long Start, long End) LargeTasks => (LargeStart, LargeAnswerOf(0));

    public void Dispose()
    {
        Bell.Dispose();
        Memory.Dispose();
    }

    private static long Length(int places) => TaskBoard.Length + ((long)places * AnswerRing.Length);
}
