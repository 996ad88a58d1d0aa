using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.ZombiesAndOrphans;

/// <summary>Who is who in a run: by what they did, and not by what their processes are called.</summary>
internal sealed class Roster
{
    private readonly KataRun _run;
    private readonly Dictionary<string, int> _actors = [];
    private readonly Dictionary<int, int> _endedAt = [];

    public Roster(KataRun run)
    {
        _run = run;
        foreach (var mark in run.Marks)
        {
            if (HallBook.IsOnTheWay(mark))
            {
                _actors.TryAdd(mark.Object, run.Run.Steps[mark.Step].Actor);
            }
            else if (HallBook.IsOnTheRoad(mark) && StarterOf(run.Run.Steps[mark.Step].Actor) is { } starter and not 0)
            {
                _actors.TryAdd(HallBook.Branch, starter);
            }
        }
        foreach (var step in run.Run.Steps)
        {
            if (step.Ended is { } ended)
            {
                _endedAt.TryAdd(ended, step.Index);
            }
        }
        Looks = [.. run.Run.Steps.Where(step => step.Actor == 0).Select(Look.Of).OfType<Look>()];
        Signatures =
        [
            .. run
                .Marks.Where(HallBook.IsSignedOff)
                .Where(mark => _actors.ContainsKey(mark.Object))
                .Select(mark => (_actors[mark.Object], mark.Step)),
        ];
    }

    /// <summary>Whom main is to sign off.</summary>
    public IReadOnlyList<string> Expected =>
        [
            .. Enumerable.Range(1, (int)_run.Arguments[0]!).Select(HallBook.Messenger),
            .. (bool)_run.Arguments[2]! ? (string[])[HallBook.Branch] : [],
        ];

    /// <summary>How main came to know who had ended, in order.</summary>
    public IReadOnlyList<Look> Looks { get; }

    /// <summary>Who was signed off at which step, in order.</summary>
    public IReadOnlyList<(int Actor, int Step)> Signatures { get; }

    /// <summary>Whom main has started.</summary>
    public IEnumerable<int> ChildrenOfMain =>
        _run
            .Run.Steps.Where(step => step is { Actor: 0, Operation.Kind: OperationKind.Start } && step.Decision.Go)
            .Select(step => (int)step.Decision.Value);

    /// <summary>Whose process it is that goes by a name; null when nobody went out under it.</summary>
    public int? ActorOf(string name) => _actors.TryGetValue(name, out var actor) ? actor : null;

    /// <summary>The name that goes with a process, or what it is called.</summary>
    public string NameOf(int actor) =>
        _actors.FirstOrDefault(entry => entry.Value == actor).Key ?? _run.Actors[actor].Name;

    /// <summary>The step at which somebody ended; null when nobody saw it.</summary>
    public int? EndedAt(int actor) => _endedAt.TryGetValue(actor, out var step) ? step : null;

    /// <summary>Who has started a process; null for main.</summary>
    public int? StarterOf(int actor) =>
        _run.Run.Steps.FirstOrDefault(step =>
            step.Operation.Kind == OperationKind.Start && step.Decision.Go && step.Decision.Value == actor
        )
            is { } start
            ? start.Actor
            : null;
}
