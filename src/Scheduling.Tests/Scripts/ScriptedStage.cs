using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>A stage in memory: actors follow scripts, a refused release throws in the actor, and nothing else can fail.</summary>
internal sealed class ScriptedStage(ScriptedProgram program) : IForkableStage
{
    private readonly List<ScriptedActor> _actors = [];

    public string? Complaint { get; private set; }

    /// <summary>Grants so far, over all runs.</summary>
    public int Grants { get; private set; }

    /// <summary>What the stage is to answer instead, by how many points the run has had; for endings of all kinds.</summary>
    public Func<int, int, (Moved, string)?>? Disturb { get; init; }

    /// <summary>Where each instruction stands; null knows no lines.</summary>
    public Func<int, Operation, SourceLine?>? Lines { get; init; }

    public bool IsFinished { get; private set; } = true;

    private int _points;

    public void Begin()
    {
        _actors.Clear();
        _actors.Add(New(0));
        _points = 0;
        IsFinished = false;
    }

    public Operation Pending(int actor)
    {
        var state = _actors[actor];
        var script = program.Scripts[state.Script];
        if (state.Next < 0)
        {
            return new Operation(OperationKind.Begin) { IsQuiet = state.IsThread };
        }
        if (state.HasThrown)
        {
            return new Operation(OperationKind.End, Argument: 1);
        }
        if (state.Next < script.Instructions.Count)
        {
            var next = Fill(state, script.Instructions[state.Next]);
            return next.Space == ObjectSpace.Slot && Describe(next.Object).Kind == SlotKind.Pipe
                ? Act.By(state.IsThread ? 0 : actor, next)
                : next;
        }
        return actor == 0 && !state.HasReturned
            ? new Operation(OperationKind.Return)
            : new Operation(OperationKind.End, Argument: script.ExitCode);
    }

    public SourceLine? Source(int actor) => Lines?.Invoke(actor, Pending(actor));

    public Moved Grant(int actor, Decision decision)
    {
        Grants++;
        if (Disturb?.Invoke(_points++, actor) is { } disturbed)
        {
            Complaint = disturbed.Item2;
            return disturbed.Item1;
        }
        var state = _actors[actor];
        var operation = Pending(actor);
        switch (operation.Kind)
        {
            case OperationKind.End:
                _actors[actor] = state with { HasEnded = true };
                return Moved.Ended;
            case OperationKind.Return:
                _actors[actor] = state with { HasReturned = true };
                return Moved.Parked;
            case OperationKind.Begin:
                _actors[actor] = state with { Next = 0 };
                return Moved.Parked;
        }
        var instruction = program.Scripts[state.Script].Instructions[state.Next];
        var gotNone = operation.Kind is OperationKind.Get or OperationKind.Receive && decision.Value == QueueModel.None;
        var skip =
            decision.Outcome == Outcome.TimedOut || gotNone ? instruction.SkipIfTimedOut : instruction.SkipIfDone;
        if (operation.Kind == OperationKind.Resume && decision.Outcome == Outcome.TimedOut)
        {
            _actors[actor] = state with { HasGivenUp = true };
            return Moved.Parked;
        }
        if (state.HasGivenUp)
        {
            skip = instruction.SkipIfTimedOut;
        }
        state = state with { Next = state.Next + 1 + skip, HasGivenUp = false, Opens = false };
        if (operation.Kind == OperationKind.Arrive && decision.Value == Describe(operation.Object).Initial - 1)
        {
            state = operation.Argument != 0 ? state with { Opens = true } : state with { Next = state.Next + 1 };
        }
        if (operation.Kind == OperationKind.Call && decision.Value == 0)
        {
            var values = ManagerAnswer.Decode(decision.Payload).Values;
            state = state with { Read = values.Count > 0 ? Wire.Decode(values[0]) as int? ?? 0 : state.Read };
        }
        if (Throws(operation, decision))
        {
            state = state with { HasThrown = true };
        }
        if (operation.Kind == OperationKind.Start)
        {
            _actors.Add(New(instruction.Child) with { IsThread = operation.StartsThread });
            state = state with { Children = [.. state.Children, (int)decision.Value] };
        }
        _actors[actor] = state;
        return Moved.Parked;
    }

    private bool Throws(in Operation operation, Decision decision) =>
        operation.Kind switch
        {
            _ when decision.Value == Decision.Closed => true,
            OperationKind.Release or OperationKind.Call or OperationKind.Acquire => decision.Value == Decision.Refused,
            OperationKind.GiveWay or OperationKind.Open => decision.Value == Decision.Refused,
            OperationKind.Send => decision.Value < 0,
            OperationKind.Receive => decision.Value == PipeModel.Torn,
            OperationKind.Notify or OperationKind.Arrive or OperationKind.TaskDone => decision.Value < 0,
            OperationKind.Wait when Describe(operation.Object).Kind.Plain() == SlotKind.Barrier => !decision.Go
                || decision.Value == Decision.Refused,
            _ => false,
        };

    public ObjectInfo Describe(int slotOffset) => program.Primitives[slotOffset / SlotLayout.Size];

    public void Finish() => IsFinished = true;

    public IForkableStage Fork()
    {
        var copy = new ScriptedStage(program);
        copy._actors.AddRange(_actors);
        return copy;
    }

    public string Position =>
        string.Join(
            ';',
            _actors.Select(a =>
                $"{a.Script},{a.Next},{a.HasThrown},{a.HasEnded},{a.HasReturned},{a.Read},{a.HasGivenUp},{a.Opens}"
            )
        );

    private static ScriptedActor New(int script) => new(script, -1, false, false, false) { Children = [] };

    private Operation Fill(ScriptedActor state, Instruction instruction) =>
        instruction.Operation.Kind == OperationKind.Start
            ? instruction.Operation with
            {
                Text = program.Scripts[instruction.Child].Name,
            }
        // A start may have been skipped: then there is nobody to ask about.
        : instruction.Operation.Space == ObjectSpace.Actor && instruction.Child >= state.Children.Count
            ? new Operation(OperationKind.Print)
        : instruction.Operation.Space == ObjectSpace.Actor && instruction.Child >= 0
            ? instruction.Operation with
            {
                Object = state.Children[instruction.Child],
            }
        : state.HasGivenUp ? instruction.Operation with { Timeout = -1 }
        : state.Opens ? Operation.OnSlot(OperationKind.Open, instruction.Operation.Object)
        : instruction.FromRead is { } by
            ? instruction.Operation with
            {
                Payload = ManagerArguments.Pack([
                    .. ManagerArguments.Unpack(instruction.Operation.Payload),
                    Wire.Encode(state.Read + by),
                ]),
            }
        : instruction.Operation;
}
