using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A barrier: parties come, the last one lets all through, and nobody comes for the next round before all have gone. A party
/// that gives up breaks it; then everybody is sent away until a reset.
/// </summary>
/// <param name="info">What the creator of the barrier said about it; its initial value is the number of its parties.</param>
public sealed class BarrierModel(ObjectInfo info) : Model(info)
{
    private readonly SortedSet<int> _here = [];
    private BarrierPhase _phase;
    private int _came;
    private int _last = -1; // who runs the action

    private bool IsLeaving => _phase is BarrierPhase.Draining or BarrierPhase.Resetting;

    /// <inheritdoc/>
    public override ulong Digest =>
        _here
            .Aggregate(new Digest().Add((int)_phase).Add(_came).Add(_last), (digest, actor) => digest.Add(actor))
            .Value;

    /// <inheritdoc/>
    public override IReadOnlyList<int> HoldersFor(int actor, in Operation operation) =>
        operation.Kind == OperationKind.Arrive ? [.. _here]
        : _phase == BarrierPhase.Acting ? [_last]
        : [];

    /// <inheritdoc/>
    public override bool MayTimeOut(int actor, in Operation operation) =>
        _phase == BarrierPhase.Filling && _here.Contains(actor);

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        operation.Kind switch
        {
            OperationKind.Arrive => _phase is BarrierPhase.Filling or BarrierPhase.Broken && !_here.Contains(actor),
            OperationKind.Wait when !_here.Contains(actor) => false,
            OperationKind.Wait => IsLeaving
                || _phase == BarrierPhase.Broken
                || (_phase == BarrierPhase.Filling && operation.Timeout == 0),
            _ => true,
        };

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        if (!IsEnabled(actor, operation))
        {
            throw CannotDo(actor, operation);
        }
        switch (operation.Kind)
        {
            case OperationKind.Arrive when _phase == BarrierPhase.Broken:
                return new Decision(Outcome.Go, -1);
            case OperationKind.Arrive:
                return new Decision(Outcome.Go, Arrive(actor, hasAction: operation.Argument != 0));
            case OperationKind.Wait when _phase == BarrierPhase.Filling:
                GiveUp(actor, operation);
                return new Decision(Outcome.TimedOut);
            case OperationKind.Wait:
                var passes = _phase == BarrierPhase.Draining;
                Leave(actor);
                return new Decision(Outcome.Go, passes ? 0 : Refused);
            case OperationKind.Open:
                var opens = _phase == BarrierPhase.Acting && actor == _last;
                _phase = opens ? BarrierPhase.Draining : _phase;
                Leave(actor);
                return new Decision(Outcome.Go, opens ? 0 : Refused);
            case OperationKind.Abort:
                _phase = BarrierPhase.Broken;
                if (actor == _last)
                {
                    Leave(actor);
                }
                return new Decision(Outcome.Go);
            case OperationKind.Reset:
                Reset();
                return new Decision(Outcome.Go);
            case OperationKind.Look:
                return new Decision(
                    Outcome.Go,
                    _phase == BarrierPhase.Broken ? -1
                        : IsLeaving ? 0
                        : _here.Count
                );
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public override void GiveUp(int actor, in Operation operation)
    {
        _phase = BarrierPhase.Broken;
        Leave(actor);
    }

    /// <inheritdoc/>
    public override void Bury(int actor)
    {
        if (_here.Contains(actor))
        {
            throw new NotSupportedException($"A process was killed in {Info.Name}, a barrier: that is not modelled.");
        }
    }

    /// <inheritdoc/>
    public override Model Clone()
    {
        var copy = new BarrierModel(Info)
        {
            _phase = _phase,
            _came = _came,
            _last = _last,
        };
        copy._here.UnionWith(_here);
        return copy;
    }

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf)
    {
        var here = Words.List([.. _here.Select(nameOf)]);
        return _phase switch
        {
            BarrierPhase.Filling when _here.Count == 0 => $"nobody has come, of {Info.Initial}",
            BarrierPhase.Filling => $"{_came} of {Info.Initial} have come: {here}",
            BarrierPhase.Acting => $"all {Info.Initial} have come, {nameOf(_last)} is to open it",
            BarrierPhase.Broken when _here.Count == 0 => "broken",
            BarrierPhase.Broken => $"broken; still there: {here}",
            BarrierPhase.Resetting => $"reset; still there: {here}",
            _ => $"open; still to go: {here}",
        };
    }

    /// <inheritdoc/>
    public override void AssertInvariants()
    {
        Invariant.Holds(_came <= Info.Initial, $"{_came} of {Info.Initial} parties have come to {Info.Name}.");
        Invariant.Holds(!IsLeaving || _here.Count > 0, $"{Info.Name} waits for nobody to leave.");
        Invariant.Holds(_phase != BarrierPhase.Acting || _here.Contains(_last), $"Nobody opens {Info.Name}.");
    }

    private int Arrive(int actor, bool hasAction)
    {
        var place = _came++;
        _here.Add(actor);
        if (place == Info.Initial - 1 && hasAction)
        {
            (_phase, _last) = (BarrierPhase.Acting, actor);
        }
        else if (place == Info.Initial - 1)
        {
            _phase = BarrierPhase.Draining;
            Leave(actor);
        }
        return place;
    }

    private void Reset()
    {
        if (_phase == BarrierPhase.Broken || (_phase == BarrierPhase.Filling && _here.Count > 0))
        {
            _phase = BarrierPhase.Resetting;
            Refill();
        }
    }

    private void Leave(int actor)
    {
        _here.Remove(actor);
        _last = actor == _last ? -1 : _last;
        Refill();
    }

    private void Refill()
    {
        if (IsLeaving && _here.Count == 0)
        {
            (_phase, _came) = (BarrierPhase.Filling, 0);
        }
    }
}
