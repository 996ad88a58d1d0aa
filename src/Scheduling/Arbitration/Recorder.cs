using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Writes down what is granted, and makes the <see cref="Run"/> of it at the end.</summary>
internal sealed class Recorder
{
    private readonly List<Step> _steps = new(capacity: 128);
    private readonly List<Wait> _cutOff = [];

    /// <summary>At how many points there was a choice; null when nobody counts.</summary>
    public int? Choices { get; set; }

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Adds a granted operation. A start is recorded on the process that it made.</summary>
    public void Record(Parked parked, Decision decision, SourceLine? source)
    {
        var id =
            parked.Operation.Kind == OperationKind.Start
                ? new ObjectId(ObjectSpace.Actor, (int)decision.Value)
                : parked.Object;
        _steps.Add(new Step(_steps.Count, parked.Actor, parked.Operation, decision, id, source));
    }

    /// <summary>Notes what somebody was about to do who was ended by another.</summary>
    public void CutOff(Parked parked, SourceLine? source) =>
        _cutOff.Add(new Wait(parked.Actor, parked.Operation, parked.Object, [], source));

    /// <summary>The run as it stands.</summary>
    public Run Close(World world, IStrategy strategy, Ending ending, IReadOnlyList<Wait> waits, string? detail) =>
        new()
        {
            Steps = _steps,
            Ending = ending,
            Actors = world.Actors,
            Waits = waits,
            HasPoll = world.HasSeenPoll,
            CutOff = _cutOff,
            Objects = world.Models.ToDictionary(entry => entry.Key, entry => entry.Value.Info),
            Detail = detail,
            Choices = Choices,
            Strategy = strategy.Describe(),
        };
}
