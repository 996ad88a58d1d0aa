using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A lock with the conditions over it.</summary>
/// <param name="info">What the creator of the lock said about it.</param>
public abstract class MonitorModel(ObjectInfo info) : Model(info)
{
    private const int Nobody = -1;

    // By the slots of the conditions.
    private readonly SortedDictionary<int, ConditionModel> _conditions = [];

    // Who was killed while it held the lock: of whom the next one to take it is told, and of whom the last one was told.
    private int _abandonedBy = Nobody;
    private int _told = Nobody;

    /// <inheritdoc/>
    public sealed override ulong Digest
    {
        get
        {
            if (_abandonedBy == Nobody && _told == Nobody && _conditions.Values.All(condition => condition.IsEmpty))
            {
                return LockDigest;
            }
            var digest = new Digest().Add((long)LockDigest).Add(_abandonedBy).Add(_told);
            foreach (var (slot, condition) in _conditions.Where(entry => !entry.Value.IsEmpty))
            {
                digest = digest.Add(slot).Add((long)condition.Digest);
            }
            return digest.Value;
        }
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<int> HoldersFor(int actor, in Operation operation) =>
        operation.Kind == OperationKind.Resume && At(operation).IsWaiting(actor) ? [] : Holders;

    /// <inheritdoc/>
    public sealed override bool MayTimeOut(int actor, in Operation operation) =>
        operation.Kind != OperationKind.Resume || At(operation).IsWaiting(actor);

    /// <inheritdoc/>
    public sealed override void GiveUp(int actor, in Operation operation)
    {
        if (operation.Kind == OperationKind.Resume)
        {
            At(operation).GiveUp(actor);
        }
    }

    /// <inheritdoc/>
    public sealed override bool IsEnabled(int actor, in Operation operation) =>
        operation.Kind switch
        {
            OperationKind.GiveWay => !At(operation).IsAway(actor),
            OperationKind.Notify => true,
            OperationKind.Resume when !At(operation).IsAway(actor) => false,
            OperationKind.Resume => At(operation).IsWaiting(actor) ? operation.Timeout == 0 : IsFree,
            _ => IsLockEnabled(actor, operation),
        };

    /// <inheritdoc/>
    public sealed override Decision Perform(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.GiveWay or OperationKind.Resume when !IsEnabled(actor, operation):
                throw CannotDo(actor, operation);
            case OperationKind.GiveWay when !IsHeldBy(actor):
                return new Decision(Outcome.Go, Refused);
            case OperationKind.GiveWay:
                At(operation).Join(actor, GiveBack());
                return new Decision(Outcome.Go);
            case OperationKind.Notify:
                return new Decision(Outcome.Go, IsHeldBy(actor) ? At(operation).Notify(operation.Count) : -1);
            case OperationKind.Resume when At(operation).IsWaiting(actor):
                At(operation).GiveUp(actor);
                return new Decision(Outcome.TimedOut);
            case OperationKind.Resume:
                TakeBack(actor, At(operation).Leave(actor));
                return new Decision(Outcome.Go);
            case OperationKind.Acquire when IsFree && _abandonedBy != Nobody:
                (_told, _abandonedBy) = (_abandonedBy, Nobody);
                return PerformOnLock(actor, operation) with { Value = Decision.Abandoned };
            case OperationKind.Release when operation.Argument != 0 && !IsHeldBy(actor):
                return new Decision(Outcome.Go, Refused); // Somebody gave it back meanwhile; it may be another one's by now.
            case OperationKind.Release when operation.Argument != 0:
                _abandonedBy = _told;
                return PerformOnLock(actor, operation);
            case OperationKind.Release when IsFree && _abandonedBy != Nobody && _told == Nobody && AnybodyReleases:
                _abandonedBy = Nobody;
                return new Decision(Outcome.Go);
            default:
                return PerformOnLock(actor, operation);
        }
    }

    /// <inheritdoc/>
    public sealed override Model Clone()
    {
        var copy = Copy();
        (copy._abandonedBy, copy._told) = (_abandonedBy, _told);
        foreach (var (slot, condition) in _conditions)
        {
            copy._conditions.Add(slot, condition.Clone());
        }
        return copy;
    }

    /// <inheritdoc/>
    public sealed override string Describe(Func<int, string> nameOf)
    {
        List<int> waiting = [.. _conditions.Values.SelectMany(condition => condition.Waiting)];
        return DescribeLock(nameOf)
            + (_abandonedBy == Nobody ? "" : $", abandoned by {nameOf(_abandonedBy)}")
            + (waiting.Count == 0 ? "" : $"; to be notified: {Words.List([.. waiting.Select(nameOf)])}");
    }

    /// <inheritdoc/>
    public sealed override void Bury(int actor)
    {
        if (_conditions.Count > 0)
        {
            throw new NotSupportedException(
                $"A process was killed that shares {Info.Name} and its conditions with others: that is not modelled."
            );
        }
        if (IsHeldBy(actor) && Info.Initial != (int)Abandoned.Blocks)
        {
            _ = GiveBack();
            _abandonedBy = actor;
        }
    }

    /// <summary>See <see cref="Model.Describe"/>, for the lock itself.</summary>
    protected abstract string DescribeLock(Func<int, string> nameOf);

    /// <summary>A number that is equal for equal states of the lock itself.</summary>
    protected abstract ulong LockDigest { get; }

    /// <summary>Whether it may be given back for another one, a dead one too.</summary>
    protected virtual bool AnybodyReleases => false;

    /// <summary>Whether nobody holds it.</summary>
    protected abstract bool IsFree { get; }

    /// <summary>Whether this actor holds it.</summary>
    protected abstract bool IsHeldBy(int actor);

    /// <summary>See <see cref="Model.IsEnabled"/>, for what is done with the lock itself.</summary>
    protected abstract bool IsLockEnabled(int actor, in Operation operation);

    /// <summary>See <see cref="Model.Perform"/>, for what is done with the lock itself.</summary>
    protected abstract Decision PerformOnLock(int actor, in Operation operation);

    /// <summary>Its holder gives it back entirely.</summary>
    /// <returns>How often it had been taken.</returns>
    protected abstract int GiveBack();

    /// <summary>An actor takes it, free as it is, so often.</summary>
    protected abstract void TakeBack(int actor, int depth);

    /// <summary>A copy of the lock itself.</summary>
    protected abstract MonitorModel Copy();

    private ConditionModel At(in Operation operation)
    {
        if (!_conditions.TryGetValue(operation.Condition, out var condition))
        {
            _conditions.Add(operation.Condition, condition = new ConditionModel());
        }
        return condition;
    }
}
