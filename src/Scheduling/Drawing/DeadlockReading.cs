using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Reads a deadlock: finds the waits that keep each other up, and the pattern that they make.</summary>
internal sealed class DeadlockReading(Run run)
{
    private readonly Words _words = new(run);

    /// <summary>The sentence. The nearest cause comes first: who waits for ever whatever the others do.</summary>
    public Sentence Read() =>
        OnItself()
        ?? OnTheEnded()
        ?? new PipeReading(run).Read()
        ?? Cycle()
        ?? new MeetingReading(run).Read()
        ?? Exhausted()
        ?? new Sentence(null, $"Nobody can go on: {Words.List([.. WaitGraph.Lines(run)])}.", Place(run.Waits));

    private Sentence? OnItself()
    {
        if (run.Waits.FirstOrDefault(wait => IsLock(wait) && wait.Holders.Contains(wait.Actor)) is not { } wait)
        {
            return null;
        }
        var name = _words.Object(wait.Object);
        return new Sentence(
            "re-entry of a plain lock",
            $"{_words.Actor(wait.Actor)} waits{At(wait.Source)} for {name}, which it holds itself"
                + $"{Since(wait.Actor, wait.Object)}: a plain {_words.Kind(wait.Object)} cannot be taken twice.",
            wait.Source
        );
    }

    private Sentence? OnTheEnded()
    {
        foreach (var wait in run.Waits.Where(wait => wait.Object.Space == ObjectSpace.Slot))
        {
            if (wait.Holders.FirstOrDefault(actor => run.Actors[actor].ExitCode is not null, -1) is var ended and >= 0)
            {
                return new Sentence(
                    "forgotten release",
                    $"{_words.Actor(wait.Actor)} waits{At(wait.Source)} for {_words.Object(wait.Object)}, which "
                        + $"{_words.Actor(ended)} took{At(Taken(ended, wait.Object))} and never gave back before it ended.",
                    wait.Source
                );
            }
        }
        return null;
    }

    private Sentence? Cycle()
    {
        if (FindCycle() is not { } cycle)
        {
            return null;
        }
        var joins = cycle.Exists(wait => wait.Object.Space == ObjectSpace.Actor);
        var links = cycle.Select(wait =>
            $"{_words.Actor(wait.Actor)}{Holding(cycle, wait)} {Verb(wait)}{At(wait.Source)}"
        );
        var pattern =
            joins ? "join cycle"
            : cycle.Exists(wait => IsResult(wait) || IsPipe(wait)) ? "wait cycle"
            : cycle.TrueForAll(IsLock) ? "lock-order inversion"
            : "semaphore exhausted";
        return new Sentence(
            pattern,
            $"{string.Join(", and ", links)}: none of them can go on before the other.",
            Place(cycle)
        );
    }

    private Sentence? Exhausted()
    {
        if (run.Waits.FirstOrDefault(wait => _words.Kind(wait.Object).Contains("Semaphore")) is not { } wait)
        {
            return null;
        }
        var waiting = run.Waits.Where(other => other.Object == wait.Object).Select(other => other.Actor).ToList();
        var taken = wait.Holders.Count == 0 ? "nobody holds one" : $"{_words.Actors(wait.Holders)} hold what there is";
        return new Sentence(
            "semaphore exhausted",
            $"{_words.Actors(waiting)} {(waiting.Count == 1 ? "waits" : "wait")}{At(wait.Source)} for a unit of "
                + $"{_words.Object(wait.Object)}, {taken}, and nobody will ever give one back.",
            wait.Source
        );
    }

    // Follows holders from each waiting actor until one comes twice.
    private List<Wait>? FindCycle()
    {
        foreach (var start in run.Waits)
        {
            List<Wait> path = [];
            var wait = start;
            while (wait is not null)
            {
                if (path.IndexOf(wait) is var first and >= 0)
                {
                    return path[first..];
                }
                path.Add(wait);
                wait = run.Waits.FirstOrDefault(next => wait.Holders.Contains(next.Actor));
            }
        }
        return null;
    }

    private string Holding(List<Wait> cycle, Wait wait)
    {
        var before = cycle[(cycle.IndexOf(wait) + cycle.Count - 1) % cycle.Count];
        return IsPipe(before) ? $", who has {PipeWords.OtherEnd(run, before)} open,"
            : IsResult(before) ? $", who hands out {_words.Object(before.Object)},"
            : before.Object.Space == ObjectSpace.Slot
                ? $", who holds {_words.Object(before.Object)}{Since(wait.Actor, before.Object)},"
            : "";
    }

    private string Verb(Wait wait) =>
        wait.Operation.Kind switch
        {
            OperationKind.Join => $"waits in Join for {_words.Object(wait.Object)}",
            OperationKind.End => $"waits at its end for {_words.Actors(wait.Holders)}",
            OperationKind.Wait or OperationKind.Arrive when Is(wait, SlotKind.Barrier) =>
                $"waits at {_words.Object(wait.Object)}",
            _ => $"waits for {_words.Object(wait.Object, wait.Operation)}",
        };

    private string Since(int actor, ObjectId id) => Taken(actor, id) is { } source ? $" since {source}" : "";

    // The first of the acquisitions that were not given back.
    private SourceLine? Taken(int actor, ObjectId id)
    {
        Stack<Step> open = new();
        foreach (var step in run.Steps.Where(step => step.Actor == actor && step.Object == id && step.Decision.Go))
        {
            if (step.Operation.Kind is OperationKind.Acquire or OperationKind.Resume)
            {
                open.Push(step);
            }
            else if (step.Operation.Kind == OperationKind.GiveWay && step.Decision.Value != Model.Refused)
            {
                open.Clear();
            }
            else if (step.Operation.Kind == OperationKind.Release && step.Decision.Value != Model.Refused)
            {
                open.TryPop(out _);
            }
        }
        return open.LastOrDefault()?.Source;
    }

    private static bool IsPipe(Wait wait) => PipeWords.Know(wait.Operation.Kind);

    private bool IsResult(Wait wait) =>
        wait.Operation.Kind == OperationKind.Wait && _words.Kind(wait.Object) == nameof(SlotKind.Result);

    private bool IsLock(Wait wait) => Is(wait, SlotKind.Lock) || Is(wait, SlotKind.RLock);

    private bool Is(Wait wait, SlotKind kind) =>
        run.Objects.TryGetValue(wait.Object, out var info) && info.Kind.Plain() == kind;

    private static string At(SourceLine? source) => source is { } place ? $" at {place}" : "";

    private static SourceLine? Place(IEnumerable<Wait> waits) =>
        waits.Select(wait => wait.Source).FirstOrDefault(source => source is not null);
}
