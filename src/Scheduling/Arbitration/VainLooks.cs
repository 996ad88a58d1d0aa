using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// How often one actor has asked the same of an object since anything that it asks about has changed, and since it has done
/// anything but ask. Who has asked often enough polls: it would ask for ever, and learns nothing, until somebody else has moved.
/// </summary>
/// <remarks>
/// Often enough is more often than code asks that gives up after some tries, so that a schedule in which it gives up is still
/// among those that are explored.
/// </remarks>
internal sealed class VainLooks
{
    /// <summary>So many equal looks are a poll.</summary>
    public const int Enough = 20;

    // Most actors never ask, and there is one of these for each actor of each run.
    private Dictionary<Look, int>? _looks;

    /// <summary>Of an actor that has asked nothing yet.</summary>
    public VainLooks() { }

    private VainLooks(VainLooks other)
    {
        _looks = other._looks is null ? null : new(other._looks);
        IsPoll = other.IsPoll;
    }

    /// <summary>Whether it has asked anything since it was last told of a change.</summary>
    public bool Any => _looks is { Count: > 0 };

    /// <summary>Whether it polls.</summary>
    public bool IsPoll { get; private set; }

    /// <summary>A number that is equal for equal states.</summary>
    public ulong Digest =>
        // A sum, so that the order of the looks does not matter.
        (_looks ?? []).Aggregate(
            0UL,
            (sum, look) =>
                sum
                + new Digest()
                    .Add((int)look.Key.Object.Space)
                    .Add(look.Key.Object.Number)
                    .Add((int)look.Key.Kind)
                    .Add(look.Key.Argument)
                    .Add(look.Value)
                    .Value
        );

    /// <summary>An independent copy in the same state.</summary>
    public VainLooks Clone() => new(this);

    /// <summary>What the actor did itself.</summary>
    public void Note(Parked done, Decision decision)
    {
        if (Changes(done.Operation, decision))
        {
            Forget();
        }
        else if (IsLook(done.Operation))
        {
            var look = new Look(done.Object, done.Operation.Kind, done.Operation.Argument);
            _looks ??= [];
            var times = _looks.GetValueOrDefault(look) + 1;
            _looks[look] = times;
            IsPoll |= times >= Enough;
        }
    }

    /// <summary>Another actor has changed this object.</summary>
    public void Changed(ObjectId changed)
    {
        // What waits for any of several things names none of them.
        if (Any && _looks!.Keys.Any(look => look.Object == changed || look.Object == ObjectId.None))
        {
            Forget();
        }
    }

    /// <summary>Whether anybody can notice that it was done.</summary>
    public static bool Changes(in Operation operation, Decision decision) =>
        !(IsLook(operation) && (AlwaysLooks(operation) || decision.Outcome == Outcome.TimedOut))
        && operation.Kind is not (OperationKind.Sleep or OperationKind.ReadClock);

    private static bool IsLook(in Operation operation) =>
        AlwaysLooks(operation)
        || (operation.Timeout == 0 && (operation.Kind == OperationKind.Join || Independence.IsWait(operation.Kind)));

    private static bool AlwaysLooks(in Operation operation) =>
        operation.Kind
            is OperationKind.IsAlive
                or OperationKind.ExitCode
                or OperationKind.IsSet
                or OperationKind.Look
                or OperationKind.Read
        || (operation.Kind == OperationKind.Poll && operation.Timeout == 0)
        || (operation.Kind == OperationKind.Call && ((ManagerVerb)operation.Argument).IsRead());

    private void Forget()
    {
        _looks?.Clear();
        IsPoll = false;
    }

    private readonly record struct Look(ObjectId Object, OperationKind Kind, long Argument);
}
