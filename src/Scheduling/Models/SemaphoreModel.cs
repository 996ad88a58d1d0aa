using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A counting semaphore: anybody may give a unit back, whoever took it. Who took more units than it gave back is kept for
/// the wait-for graph only.
/// </summary>
/// <param name="info">What the creator of the semaphore said about it.</param>
public class SemaphoreModel(ObjectInfo info) : Model(info)
{
    // By actor; those behind its end have taken nothing.
    private int[] _taken = [];

    /// <summary>How many units can be taken at once.</summary>
    public int Units { get; private set; } = info.Initial;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => [.. Takers.Select(taker => taker.Actor)];

    /// <inheritdoc/>
    public override ulong Digest
    {
        get
        {
            var digest = new Digest().Add(Units);
            foreach (var (actor, units) in Takers)
            {
                digest = digest.Add(actor).Add(units);
            }
            return digest.Value;
        }
    }

    private IEnumerable<(int Actor, int Units)> Takers =>
        _taken.Select((units, actor) => (Actor: actor, Units: units)).Where(taker => taker.Units > 0);

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
                Take(actor);
                return new Decision(Outcome.Go);
            case OperationKind.Acquire when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            case OperationKind.Release when Refuses:
                return new Decision(Outcome.Go, Refused);
            case OperationKind.Release:
                Units++;
                if (actor < _taken.Length && _taken[actor] > 0)
                {
                    _taken[actor]--;
                }
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
        copy._taken = [.. _taken];
        return copy;
    }

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf)
    {
        // What began with less than is free now counts something else than places.
        var free = Units <= Info.Initial && Info.Initial > 0 ? $"{Units} of {Info.Initial} free" : $"{Units} free";
        List<string> takers = [.. Takers.Select(taker => Times(nameOf(taker.Actor), taker.Units))];
        return takers.Count == 0 ? free : $"{free}, taken by {Words.List(takers)}";
    }

    /// <inheritdoc/>
    public override void AssertInvariants() => Invariant.Holds(Units >= 0, $"{Info.Name} has {Units} units.");

    /// <summary>Whether one more unit would be too many.</summary>
    protected virtual bool Refuses => false;

    /// <summary>A new model of the same kind.</summary>
    protected virtual SemaphoreModel Copy() => new(Info);

    private static string Times(string name, int units) => units == 1 ? name : $"{name} ({units} times)";

    private void Take(int actor)
    {
        if (actor >= _taken.Length)
        {
            Array.Resize(ref _taken, actor + 1);
        }
        _taken[actor]++;
    }
}
