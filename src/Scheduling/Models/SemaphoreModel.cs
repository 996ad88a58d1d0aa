using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A counting semaphore: anybody may give a unit back, whoever took it. Who took more units than it gave back is kept for
/// the wait-for graph only.
/// </summary>
/// <param name="info">What the creator of the semaphore said about it.</param>
public class SemaphoreModel(ObjectInfo info) : Model(info)
{
    // A list, which is looked through after each operation: a tree would have to be put together for that.
    private readonly SortedList<int, int> _taken = [];

    /// <summary>How many units can be taken at once.</summary>
    public int Units { get; private set; } = info.Initial;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => [.. _taken.Keys];

    /// <inheritdoc/>
    public override ulong Digest
    {
        get
        {
            var digest = new Digest().Add(Units);
            foreach (var (actor, units) in _taken)
            {
                digest = digest.Add(actor).Add(units);
            }
            return digest.Value;
        }
    }

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        operation.Kind != OperationKind.Acquire || operation.Timeout == 0 || Units > 0;

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Acquire when Units > 0:
                Units--;
                _taken[actor] = _taken.GetValueOrDefault(actor) + 1;
                return new Decision(Outcome.Go);
            case OperationKind.Acquire when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            case OperationKind.Release when Refuses:
                return new Decision(Outcome.Go, Refused);
            case OperationKind.Release:
                Units++;
                GiveBack(actor);
                return new Decision(Outcome.Go);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public sealed override Model Clone()
    {
        var copy = Copy();
        copy.Units = Units;
        foreach (var (actor, units) in _taken)
        {
            copy._taken.Add(actor, units);
        }
        return copy;
    }

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf)
    {
        // What began with less than is free now counts something else than places.
        var free = Units <= Info.Initial && Info.Initial > 0 ? $"{Units} of {Info.Initial} free" : $"{Units} free";
        return _taken.Count == 0
            ? free
            : $"{free}, taken by {Words.List([.. _taken.Select(entry => Times(nameOf(entry.Key), entry.Value))])}";
    }

    /// <inheritdoc/>
    public override void AssertInvariants()
    {
        Invariant.Holds(Units >= 0, $"{Info.Name} has {Units} units.");
        for (var at = 0; at < _taken.Count; at++)
        {
            Invariant.Holds(_taken.GetValueAtIndex(at) > 0, $"{Info.Name} counts an actor that took nothing.");
        }
    }

    /// <summary>Whether one more unit would be too many.</summary>
    protected virtual bool Refuses => false;

    /// <summary>A new model of the same kind.</summary>
    protected virtual SemaphoreModel Copy() => new(Info);

    private static string Times(string name, int units) => units == 1 ? name : $"{name} ({units} times)";

    private void GiveBack(int actor)
    {
        if (!_taken.TryGetValue(actor, out var units))
        {
            return;
        }
        if (units == 1)
        {
            _taken.Remove(actor);
        }
        else
        {
            _taken[actor] = units - 1;
        }
    }
}
