using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A stage in memory: main starts two children and waits for both; each records two marks on one object.</summary>
internal sealed class MarkingStage : IStage
{
    public const string Object = "desk";

    private static readonly Operation[] s_main =
    [
        new(OperationKind.Begin),
        new(OperationKind.Start, Text: "ann"),
        new(OperationKind.Start, Text: "bob"),
        new(OperationKind.Join, ObjectSpace.Actor, 1),
        new(OperationKind.Join, ObjectSpace.Actor, 2),
        new(OperationKind.Return) { Payload = Wire.Encode(0) },
        new(OperationKind.End),
    ];

    private readonly List<int> _next = [];

    /// <summary>How many runs were begun.</summary>
    public int Runs { get; private set; }

    public bool IsFinished { get; private set; }

    /// <summary>What the children record from this run on is something else.</summary>
    public int? ChangesInRun { get; init; }

    /// <summary>The actor who never comes to a point once it has begun.</summary>
    public int? Loops { get; init; }

    /// <summary>The actor who does nothing any more once it has begun.</summary>
    public int? FallsSilent { get; init; }

    public string? Complaint => "it came to no point";

    public void Begin()
    {
        Runs++;
        IsFinished = false;
        _next.Clear();
        _next.Add(0);
    }

    public Operation Pending(int actor) => actor == 0 ? s_main[_next[0]] : Child(actor)[_next[actor]];

    public SourceLine? Source(int actor) => new SourceLine("Desk.cs", actor + 1);

    public Moved Grant(int actor, Decision decision)
    {
        var granted = Pending(actor);
        _next[actor]++;
        if (granted.Kind == OperationKind.Start)
        {
            _next.Add(0);
        }
        return granted.Kind == OperationKind.End ? Moved.Ended
            : actor == Loops ? Moved.Looping
            : actor == FallsSilent ? Moved.Silent
            : Moved.Parked;
    }

    public ObjectInfo Describe(int slotOffset) => throw new NotSupportedException();

    public void Finish() => IsFinished = true;

    private Operation[] Child(int actor) =>
        [
            new(OperationKind.Begin),
            Mark(actor, Runs >= ChangesInRun ? "peeks" : "reads"),
            Mark(actor, "writes"),
            new(OperationKind.End),
        ];

    private static Operation Mark(int actor, string what) =>
        new(OperationKind.Mark, ObjectSpace.Mark, Text: $"{Object}\t{(actor == 1 ? "ann" : "bob")} {what}");
}
