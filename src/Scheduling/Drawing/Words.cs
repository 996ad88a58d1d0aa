using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Says actors, objects and operations of a run in words; the same ones everywhere.</summary>
/// <param name="run">The run that knows the names.</param>
public sealed class Words(Run run)
{
    private const int PrintedLetters = 24;

    /// <summary>The actor's name.</summary>
    public string Actor(int number) => run.Actors[number].Name;

    /// <summary>Several actors' names: <c>a, b and c</c>.</summary>
    public string Actors(IReadOnlyList<int> numbers) => List([.. numbers.Select(Actor)]);

    /// <summary>The object's name.</summary>
    public string Object(ObjectId id) =>
        run.Objects.TryGetValue(id, out var info) ? info.Name : $"{id.Space} {id.Number}";

    /// <summary>The primitive's kind: <c>RLock</c>; empty for what is none.</summary>
    public string Kind(ObjectId id) =>
        run.Objects.TryGetValue(id, out var info) && info.Kind != SlotKind.Free ? info.Kind.ToString() : "";

    /// <summary>The name of what an operation is about: of a pipe, the end.</summary>
    public string Object(ObjectId id, in Operation operation) =>
        operation.Kind == OperationKind.WaitAny
            ? PipeWords.AnyOf(PipeEnd.In(operation).Select(end => PipeWords.NameOf(run, end)))
        : SlotKindOf(id) == SlotKind.Pipe ? PipeWords.NameOf(run, new PipeEnd(id.Number, operation.End))
        : Object(id);

    /// <summary>What a step did: <c>acquires A</c>.</summary>
    public string Did(Step step)
    {
        var name = Object(step.Object, step.Operation);
        var inVain = step.Decision.Outcome == Outcome.TimedOut;
        var kind = SlotKindOf(step.Object);
        return step.Operation.Kind switch
        {
            _ when step.Decision.Value == Decision.Closed => $"{Does(step.Operation, name, kind)}: the manager is gone",
            _ when PipeWords.Know(step.Operation.Kind, kind) => PipeWords.Did(step, name, run),
            _ when SharedWords.Knows(step.Operation.Kind, kind, name) => SharedWords.Did(step, name, kind),
            OperationKind.Acquire when inVain && step.Operation.Timeout == 0 => $"tries {name} in vain",
            OperationKind.Acquire when inVain => $"gives up waiting for {name}",
            OperationKind.Join when inVain => $"gives up joining {name}",
            _ when MeetingWords.Know(step.Operation.Kind, SlotKindOf(step.Object)) => MeetingWords.Did(
                step,
                run.Objects[step.Object]
            ),
            OperationKind.Put or OperationKind.Get or OperationKind.Set or OperationKind.Wait => QueueWords.Did(
                step,
                name
            ),
            OperationKind.Close when Kind(step.Object) == nameof(SlotKind.Queue) => $"closes {name}",
            OperationKind.Call => CallWords.Did(step, name, kind),
            OperationKind.Release when step.Decision.Value == Model.Refused => $"releases {name}: refused",
            OperationKind.Acquire when step.Decision.Value == Decision.Abandoned => $"takes over {name}",
            OperationKind.Release when kind is SlotKind.Lock or SlotKind.RLock && step.Operation.Argument != 0 =>
                $"leaves {name} abandoned",
            OperationKind.Terminate when step.IsKill => "is killed",
            OperationKind.IsAlive => $"sees {name} {(step.Decision.Value == 1 ? "alive" : "ended")}",
            OperationKind.Terminate when step.Decision.Value == 0 => $"finds its daemon {name} ended",
            OperationKind.ExitCode => step.Decision.Value == long.MinValue
                ? $"sees no exit code of {name} yet"
                : Say($"sees exit code {step.Decision.Value} of {name}"),
            _ => Does(step.Operation, name, kind),
        };
    }

    /// <summary>What a parked actor is about to do, in the same words.</summary>
    public string Does(Parked parked) =>
        Does(
            parked.Operation,
            parked.Object == ObjectId.None && parked.Operation.Kind != OperationKind.WaitAny
                ? parked.Operation.Text ?? ""
                : Object(parked.Object, parked.Operation),
            SlotKindOf(parked.Object)
        );

    /// <summary>What an actor waits for, and who has it: <c>waits for B (RLock, held by worker-2)</c>.</summary>
    public string Waits(Wait wait) =>
        wait.Operation.Kind switch
        {
            _ when PipeWords.Know(wait.Operation.Kind, SlotKindOf(wait.Object)) => PipeWords.Waits(
                wait.Operation,
                Object(wait.Object, wait.Operation),
                PipeWords.OtherEnd(run, wait),
                Holders(wait)
            ),
            _ when SharedWords.Knows(wait.Operation.Kind, SlotKindOf(wait.Object), Object(wait.Object)) =>
                SharedWords.Waits(wait.Operation, Object(wait.Object)),
            OperationKind.Join => $"waits in Join for {Object(wait.Object)}",
            OperationKind.End => $"waits at its end for {Actors(wait.Holders)}",
            _ when MeetingWords.Know(wait.Operation.Kind, SlotKindOf(wait.Object)) => MeetingWords.Waits(
                wait,
                run.Objects[wait.Object],
                Actors(wait.Holders),
                run.Waits.Count(other => other.Object == wait.Object && other.Operation.Kind == wait.Operation.Kind)
            ),
            OperationKind.Get => QueueWords.Waits(Object(wait.Object)),
            OperationKind.Wait => $"waits for {Object(wait.Object)} (handed out by {Holders(wait)})",
            _ when wait.Holders.Count == 0 => $"waits for {Object(wait.Object)} ({Kind(wait.Object)}, held by nobody)",
            _ => $"waits for {Object(wait.Object)} ({Kind(wait.Object)}, held by {Holders(wait)})",
        };

    /// <summary>Several names: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private string Holders(Wait wait) =>
        List([.. wait.Holders.Select(holder => holder == wait.Actor ? "itself" : Actor(holder))]);

    private SlotKind SlotKindOf(ObjectId id) =>
        run.Objects.TryGetValue(id, out var info) ? info.Kind.Plain() : SlotKind.Free;

    private static string Does(in Operation operation, string name, SlotKind kind) =>
        operation.Kind switch
        {
            _ when PipeWords.Know(operation.Kind, kind) => PipeWords.Does(operation, name),
            _ when SharedWords.Knows(operation.Kind, kind, name) => SharedWords.Does(operation, name, kind),
            OperationKind.Begin => "begins",
            OperationKind.End when operation.Argument != 0 => Say($"ends with exit code {operation.Argument}"),
            OperationKind.End => "ends",
            OperationKind.Return => "returns",
            OperationKind.Start => $"starts {name}",
            OperationKind.Join => $"joins {name}",
            OperationKind.Terminate => $"ends its daemon {name}",
            OperationKind.IsAlive => $"asks whether {name} is alive",
            OperationKind.ExitCode => $"asks for the exit code of {name}",
            OperationKind.Acquire => $"acquires {name}",
            OperationKind.Release => $"releases {name}",
            OperationKind.Call => CallWords.Does(operation, name, kind),
            OperationKind.Close => $"shuts {name} down",
            _ when MeetingWords.Know(operation.Kind, kind) => MeetingWords.Does(operation, name, kind),
            OperationKind.Put or OperationKind.Get or OperationKind.Set or OperationKind.Wait => QueueWords.Does(
                operation,
                name
            ),
            OperationKind.Mark => $"{name}: {MarkText.WhatOf(operation.Text)}",
            OperationKind.Print => $"prints \"{Cut(operation.Text ?? "")}\"",
            OperationKind.Sleep => $"sleeps {Duration(operation.Timeout)}",
            OperationKind.ReadClock => "reads the clock",
            _ => operation.Kind.ToString(),
        };

    private static string Cut(string text)
    {
        text = text.TrimEnd('\n', '\r').Replace('\n', '⏎');
        return text.Length <= PrintedLetters ? text : text[..(PrintedLetters - 1)] + "…";
    }

    private static string Duration(long ticks) =>
        ticks < 0 ? "for ever"
        : ticks >= TimeSpan.TicksPerSecond ? Say($"{ticks / (double)TimeSpan.TicksPerSecond:0.###} s")
        : Say($"{ticks / (double)TimeSpan.TicksPerMillisecond:0.###} ms");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
