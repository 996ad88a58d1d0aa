using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A failing run, with what patterns ask of it: who touched which data, and who held what meanwhile.</summary>
internal sealed class Account
{
    private static readonly IReadOnlySet<ObjectId> s_nothing = new HashSet<ObjectId>();

    private readonly Words _words;
    private readonly IReadOnlySet<ObjectId>[] _held;

    /// <summary>Reads a run.</summary>
    public Account(Run run, int? faulty)
    {
        Run = run;
        Faulty = faulty is { } index && index >= 0 && index < run.Steps.Count ? run.Steps[index] : null;
        _words = new Words(run);
        Accesses = [.. run.Steps.Select(step => Access.Of(run, step)).OfType<Access>()];
        _held = Held(run);
    }

    /// <summary>The run.</summary>
    public Run Run { get; }

    /// <summary>The step to blame, where one is.</summary>
    public Step? Faulty { get; }

    /// <summary>Every access to shared data, in order.</summary>
    public IReadOnlyList<Access> Accesses { get; }

    /// <summary>What the actor of a step held when it came to it: locks, and units of semaphores.</summary>
    public IReadOnlySet<ObjectId> HeldAt(int step) => _held[step];

    /// <summary>The same, of what only one can hold.</summary>
    public IReadOnlyList<ObjectId> LocksAt(int step) => [.. _held[step].Where(IsExclusive)];

    /// <summary>Whether the actor of both steps gave something back between them that it held at the first.</summary>
    public bool LetsGoBetween(int first, int second) =>
        DoesBetween(
            first,
            second,
            step =>
                step.Operation.Kind is OperationKind.Release or OperationKind.GiveWay
                && _held[first].Contains(step.Object)
        );

    /// <summary>Whether the actor of both steps did such a thing between them.</summary>
    public bool DoesBetween(int first, int second, Predicate<Step> such)
    {
        for (var index = first + 1; index < second; index++)
        {
            if (Run.Steps[index].Actor == Run.Steps[first].Actor && such(Run.Steps[index]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The actor's name.</summary>
    public string Who(int actor) => _words.Actor(actor);

    /// <summary>The object's name.</summary>
    public string Name(ObjectId id) => _words.Object(id);

    /// <summary>Several objects' names.</summary>
    public string Names(IEnumerable<ObjectId> ids) => Words.List([.. ids.Select(Name)]);

    /// <summary>What somebody did, and where: <c>p1: left.Value → 3 at Sale.cs:12</c>.</summary>
    public string Did(Step step) => $"{Who(step.Actor)} ({_words.Did(step)}{At(step)})";

    /// <summary>Where a step stands: <c> at Sale.cs:12</c>; empty when that is not known.</summary>
    public static string At(Step step) => step.Source is { } source ? $" at {source}" : "";

    private bool IsExclusive(ObjectId id) =>
        Run.Objects.TryGetValue(id, out var info)
        && (
            info.Kind.Plain() is SlotKind.Lock or SlotKind.RLock
            || (info.Kind.Plain() is SlotKind.Semaphore or SlotKind.BoundedSemaphore && info.Initial == 1)
        );

    private static IReadOnlySet<ObjectId>[] Held(Run run)
    {
        var held = new IReadOnlySet<ObjectId>[run.Steps.Count];
        var depths = new Dictionary<ObjectId, int>[run.Actors.Count];
        foreach (var step in run.Steps)
        {
            var mine = depths[step.Actor] ??= [];
            held[step.Index] = mine.Count == 0 ? s_nothing : mine.Keys.ToHashSet();
            if (!step.Decision.Go || step.Object.Space != ObjectSpace.Slot)
            {
                continue;
            }
            switch (step.Operation.Kind)
            {
                case OperationKind.Acquire or OperationKind.Resume:
                    mine[step.Object] = mine.GetValueOrDefault(step.Object) + 1;
                    break;
                case OperationKind.GiveWay:
                    mine.Remove(step.Object);
                    break;
                case OperationKind.Release when mine.TryGetValue(step.Object, out var depth):
                    if (depth > 1)
                    {
                        mine[step.Object] = depth - 1;
                    }
                    else
                    {
                        mine.Remove(step.Object);
                    }
                    break;
            }
        }
        return held;
    }
}
