using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>A small program with one well-known bug: what its processes share, what each does, and what must hold at the end.</summary>
/// <remarks>
/// Main starts all processes and joins them. Each has points of its own before and after what it is about, on a cell that
/// nobody else touches, as real programs do.
/// </remarks>
/// <param name="name">Which bug, and its size: <c>philosophers, 5</c>.</param>
/// <param name="noise">How many points of its own each process has.</param>
internal sealed class BugModel(string name, int noise)
{
    private readonly List<(string Name, Func<Voice, IEnumerable<Operation>> Body)> _processes = [];
    private readonly List<ObjectInfo> _objects = [];

    public string Name => name;

    public IReadOnlyList<ObjectInfo> Objects => _objects;

    public IReadOnlyList<(string Name, Func<Voice, IEnumerable<Operation>> Body)> Processes => _processes;

    /// <summary>What the cells must hold when everybody has ended.</summary>
    public Func<Func<int, int>, bool> AtTheEnd { get; init; } = _ => true;

    public int Cell(string what) => Make(SlotKind.Value, what, 0);

    public int[] Cells(string what, int count) => [.. Enumerable.Range(0, count).Select(i => Cell($"{what}-{i}"))];

    public int Lock(string what) => Make(SlotKind.Lock, what, 1);

    public int Semaphore(string what, int units = 0) => Make(SlotKind.Semaphore, what, units);

    /// <summary>Adds a process; the first half of its own points come before its body, the others after it.</summary>
    public BugModel Process(Func<Voice, IEnumerable<Operation>> body)
    {
        var own = Cell($"own-{_processes.Count + 1}");
        IEnumerable<Operation> All(Voice me)
        {
            for (var point = 0; point < noise / 2; point++)
            {
                yield return Voice.Read(own);
            }
            foreach (var operation in body(me))
            {
                yield return operation;
            }
            for (var point = noise / 2; point < noise && !me.HasFailed; point++)
            {
                yield return Voice.Read(own);
            }
        }
        _processes.Add(($"p{_processes.Count + 1}", All));
        return this;
    }

    public BugStage Stage() => new(this);

    /// <summary>Whether the bug shows in a run: it stands still, a process saw what must not be, or the end is wrong.</summary>
    public bool ShowsIn(Run run) =>
        run.Ending == Ending.Deadlocked
        || run.Actors.Any(actor => actor.ExitCode is not (null or 0))
        || (run.Ending == Ending.Completed && !AtTheEnd(cell => Last(run, cell)));

    private static int Last(Run run, int cell)
    {
        var number = 0;
        foreach (var step in run.Steps.Where(step => step.Object == new ObjectId(ObjectSpace.Slot, cell)))
        {
            number = step.Operation.Kind switch
            {
                OperationKind.Write => (int)Wire.Decode(step.Operation.Payload!)!,
                OperationKind.Add => (int)Wire.Decode(step.Decision.Payload!)!,
                _ => number,
            };
        }
        return number;
    }

    private int Make(SlotKind kind, string what, int initial)
    {
        _objects.Add(new ObjectInfo(kind, initial, int.MaxValue, what));
        return (_objects.Count - 1) * SlotLayout.Size;
    }
}
