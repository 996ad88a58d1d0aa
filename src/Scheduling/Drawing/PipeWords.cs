using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Says what is done with the ends of pipes as it stands in source: <c>orders.First.Receive() → 3</c>.</summary>
internal static class PipeWords
{
    /// <summary>Whether an operation on such an object has its words here.</summary>
    public static bool Know(OperationKind kind, SlotKind on) =>
        kind == OperationKind.WaitAny || (on == SlotKind.Pipe && (Know(kind) || kind == OperationKind.Close));

    /// <summary>Whether an operation is one that only pipes have.</summary>
    public static bool Know(OperationKind kind) =>
        kind
            is OperationKind.Send
                or OperationKind.Receive
                or OperationKind.Take
                or OperationKind.Poll
                or OperationKind.WaitAny;

    /// <summary>The name of an end, or of a process.</summary>
    public static string NameOf(Run run, PipeEnd end) =>
        end.End == PipeEnd.Process ? run.Actors[end.Number].Name
        : run.Objects.TryGetValue(new ObjectId(ObjectSpace.Slot, end.Number), out var info)
            ? ControlledPipe.NameOf(info.Name, end.End, ControlledPipe.IsDuplex(info.Initial))
        : $"{end}";

    /// <summary>The name of the end that those have open on whom a wait depends.</summary>
    public static string OtherEnd(Run run, Wait wait) =>
        wait.Operation.Kind == OperationKind.WaitAny
            ? ""
            : NameOf(run, new PipeEnd(wait.Object.Number, wait.Operation.End).Other);

    /// <summary>Several names, of which one is enough.</summary>
    public static string AnyOf(IEnumerable<string> names) => string.Join(" or ", names);

    /// <summary>Whether a step only began what the next line says.</summary>
    public static bool IsSaidByNext(Run run, Step step) =>
        step.Operation.Kind == OperationKind.Receive
        && step.Decision.Value >= 0
        && step.Index + 1 < run.Steps.Count
        && run.Steps[step.Index + 1] is { Operation.Kind: OperationKind.Take } next
        && next.Actor == step.Actor;

    /// <summary>An operation and what it brought.</summary>
    public static string Did(Step step, string name, Run run)
    {
        var call = Does(step.Operation, name);
        var value = step.Decision.Value;
        return step.Operation.Kind switch
        {
            OperationKind.Send when value < 0 => $"{call} → nobody can receive it",
            OperationKind.Receive when value == PipeModel.None => $"{call} → end",
            OperationKind.Receive when value == PipeModel.Torn => $"{call} → torn",
            OperationKind.Receive => $"begins {call}",
            OperationKind.Take => $"{call} → {Say(step.Decision.Payload)}",
            OperationKind.Poll => $"{call} → {(step.Decision.Go ? "true" : "false")}",
            OperationKind.WaitAny => $"{call} → {Ready(step, run)}",
            _ => call,
        };
    }

    /// <summary>An operation before its answer is known.</summary>
    public static string Does(in Operation operation, string name) =>
        operation.Kind switch
        {
            OperationKind.Send => $"{name}.Send({Say(operation.Payload)})",
            OperationKind.Receive or OperationKind.Take => $"{name}.Receive()",
            OperationKind.Poll => $"{name}.Poll()",
            OperationKind.WaitAny => $"waits for {name}",
            _ => $"closes {name}",
        };

    /// <summary>What an actor waits for, in few words.</summary>
    public static string Waits(in Operation operation, string name) =>
        operation.Kind switch
        {
            OperationKind.Send => $"waits for room at {name}",
            OperationKind.WaitAny => $"waits for {name}",
            _ => $"waits for a message at {name}",
        };

    /// <summary>What an actor waits for, and on whom that depends.</summary>
    public static string Waits(in Operation operation, string name, string other, string holders) =>
        operation.Kind == OperationKind.WaitAny
            ? $"{Waits(operation, name)} ({(holders.Length > 0 ? $"depends on {holders}" : "depends on nobody")})"
            : $"{Waits(operation, name)} ({other} is open in {(holders.Length > 0 ? holders : "no process")})";

    private static string Ready(Step step, Run run)
    {
        if (!step.Decision.Go)
        {
            return "none";
        }
        var ready = step.Decision.Payload ?? [];
        var watched = PipeEnd.In(step.Operation);
        return string.Join(", ", watched.Where((_, place) => ready[place] != 0).Select(end => NameOf(run, end)));
    }

    // What was sent as an object reads as such; of bytes, only how many there are.
    private static string Say(byte[]? message) =>
        message is { Length: > 0 } && CallWords.Say(message) is not "?" and var said ? said
        : message is { Length: 1 } ? "1 byte"
        : string.Create(CultureInfo.InvariantCulture, $"{message?.Length ?? 0} bytes");
}
