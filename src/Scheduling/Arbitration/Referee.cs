using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Plays one run to its end and says how it ended.</summary>
internal sealed class Referee(IStage stage, IStrategy strategy, RunOptions options)
{
    private const int CoastAtMost = 1_000;

    private readonly World _world = new(stage.Describe);
    private Recorder _recorder = new() { Choices = options.Pruning is null ? null : 0 };

    // In the order of actors' numbers. Situations look at it directly: it does not change while a strategy thinks.
    private readonly List<Parked> _parked = [];

    /// <summary>The whole run.</summary>
    public Run Play()
    {
        try
        {
            Park(0);
        }
        catch (InvalidOperationException mismatch)
        {
            return Close(Ending.Silent, mismatch.Message);
        }
        var situation = new Situation(_world, _parked, _recorder.Steps);
        while (true)
        {
            situation.Look();
            if (situation.IsFinal)
            {
                return _parked.Count == 0
                    ? Close(Ending.Completed, null)
                    : Close(Ending.Deadlocked, $"None of the {_parked.Count} actors that still run can go on.");
            }
            if (_recorder.Steps.Count >= options.MaxPoints)
            {
                return Close(Ending.TooLong, $"The run came to its limit of {options.MaxPoints:N0} points.");
            }
            if (_world.Models.Count > options.MaxObjects)
            {
                return Close(Ending.TooLong, $"The run came to its limit of {options.MaxObjects:N0} objects.");
            }
            var choice = options.Pruning?.Grant(situation) ?? Ask(situation);
            if (choice.StopReason is { } reason)
            {
                var stopped = Close(Ending.Stopped, reason);
                Coast();
                return stopped;
            }
            if (Grant(situation.EnabledOf(choice.Actor) ?? throw NotEnabled(choice)) is { } run)
            {
                return run;
            }
        }
    }

    private Choice Ask(Situation situation)
    {
        _recorder.Choices += situation.IsChoice ? 1 : 0;
        return strategy.Choose(situation);
    }

    // Nobody looks any more, but actors that come to their end leave warm workers behind, and others have to be killed.
    private void Coast()
    {
        _recorder = new Recorder();
        var last = -1;
        var situation = new Situation(_world, _parked, _recorder.Steps);
        for (var point = 0; point < CoastAtMost; point++)
        {
            situation.Look();
            if (situation.IsFinal)
            {
                return;
            }
            last = RoundRobin.Next(situation.Enabled, last);
            if (Grant(situation.EnabledOf(last)!) is not null)
            {
                return;
            }
        }
    }

    private Run? Grant(Parked parked)
    {
        var source = stage.Source(parked.Actor);
        if (parked.IsKilled)
        {
            return Kill(parked, source);
        }
        var decision = _world.Perform(parked);
        _recorder.Record(parked, decision, source);
        if (parked.Operation.Kind == OperationKind.Terminate && decision.Value != 0)
        {
            CutOff(parked.Operation.Object);
        }
        var moved = stage.Grant(parked.Actor, decision);
        var ends = parked.Operation.Kind == OperationKind.End;
        switch (moved)
        {
            case Moved.Parked when !ends:
                return ParkAgain(parked, decision);
            case Moved.Ended when ends:
                _parked.RemoveAt(PlaceOf(parked.Actor));
                return null;
            case Moved.Died:
                _parked.RemoveAt(PlaceOf(parked.Actor));
                return Close(Ending.Died, stage.Complaint ?? $"{Name(parked)} died.");
            case Moved.Looping:
                _parked.RemoveAt(PlaceOf(parked.Actor));
                return Close(Ending.Looping, stage.Complaint ?? $"{Name(parked)} comes to no point any more.");
            case Moved.Silent:
                _parked.RemoveAt(PlaceOf(parked.Actor));
                return Close(Ending.Silent, stage.Complaint ?? $"{Name(parked)} was let go and is not heard of.");
            default:
                return Close(
                    Ending.Silent,
                    $"{Name(parked)} was granted {parked.Operation.Kind} and the stage answered {moved}, which does not "
                        + "fit. This is a defect of ours, not of the submission."
                );
        }
    }

    private Run? Kill(Parked parked, SourceLine? source)
    {
        try
        {
            _recorder.Record(parked, _world.Perform(parked), source);
        }
        catch (NotSupportedException problem)
        {
            return Close(Ending.Silent, problem.Message);
        }
        _parked.RemoveAt(PlaceOf(parked.Actor));
        return null;
    }

    private void CutOff(int actor)
    {
        var place = PlaceOf(actor);
        _recorder.CutOff(_parked[place], stage.Source(actor));
        _parked.RemoveAt(place);
    }

    // Descriptions and numbers come from the stage; one that does not fit is a mismatch between the stage and the models.
    private Run? ParkAgain(Parked parked, Decision decision)
    {
        try
        {
            Park(parked.Actor);
            if (parked.Operation.Kind == OperationKind.Start)
            {
                Park((int)decision.Value);
            }
            return null;
        }
        catch (InvalidOperationException mismatch)
        {
            return Close(Ending.Silent, mismatch.Message);
        }
    }

    private void Park(int actor)
    {
        var parked = _world.Park(actor, stage.Pending(actor));
        var place = PlaceOf(actor);
        if (place < _parked.Count && _parked[place].Actor == actor)
        {
            _parked[place] = parked;
        }
        else
        {
            _parked.Insert(place, parked);
        }
    }

    // Where the actor stands in the list, or would. There are a few dozen at most.
    private int PlaceOf(int actor)
    {
        var place = 0;
        while (place < _parked.Count && _parked[place].Actor < actor)
        {
            place++;
        }
        return place;
    }

    private Run Close(Ending ending, string? detail)
    {
        var waits =
            ending == Ending.Completed ? [] : new Situation(_world, _parked, _recorder.Steps).Waits(stage.Source);
        return _recorder.Close(_world, strategy, ending, waits, detail);
    }

    private string Name(Parked parked) => _world.Processes[parked.Actor].Info.Name;

    private InvalidOperationException NotEnabled(Choice choice) =>
        new(
            $"{strategy.Describe()} chose actor {choice.Actor} at step {_recorder.Steps.Count}, which is not enabled. "
                + "A strategy may choose only from Situation.Enabled."
        );
}
