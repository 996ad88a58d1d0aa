using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Says what is done with the queues, shared values and arrays of a program as it stands in source: <c>orders.Put(5)</c>,
/// <c>left.Value → 3</c>.
/// </summary>
internal static class SharedWords
{
    /// <summary>Whether an operation on such an object has its words here.</summary>
    public static bool Knows(OperationKind kind, SlotKind on, string name) =>
        QueueOrder.IsQueue(on)
            ? kind != OperationKind.Close && !QueueWords.IsOfPool(name)
            : on is SlotKind.Value or SlotKind.SharedArray;

    /// <summary>An operation and what it brought.</summary>
    public static string Did(Step step, string name, SlotKind on)
    {
        var call = Does(step.Operation, name, on);
        var inVain = step.Decision.Outcome == Outcome.TimedOut;
        return step.Operation.Kind switch
        {
            OperationKind.Put when inVain => $"{call} → no room",
            OperationKind.Get when inVain => $"{call} → nothing",
            OperationKind.Wait when inVain => $"{call} → not yet",
            OperationKind.TaskDone when step.Decision.Value < 0 => $"{call} → refused",
            OperationKind.Read when QueueOrder.IsQueue(on) => $"{call} → {Number(step.Decision.Value)}",
            OperationKind.Get or OperationKind.Read or OperationKind.Add or OperationKind.CompareExchange =>
                $"{call} → {(step.Decision.Payload is { } answer ? CallWords.Say(answer) : "default")}",
            _ => call,
        };
    }

    /// <summary>An operation before its answer is known.</summary>
    public static string Does(in Operation operation, string name, SlotKind on)
    {
        var value = operation.Payload is { } payload ? CallWords.Say(payload) : "";
        var (place, index) =
            on == SlotKind.SharedArray
                ? ($"{name}[{Number(operation.Argument)}]", $"{Number(operation.Argument)}, ")
                : ($"{name}.Value", "");
        var attempt = operation.Timeout >= 0 ? "Try" : "";
        return operation.Kind switch
        {
            OperationKind.Put => $"{name}.{attempt}Put({value})",
            OperationKind.Get => $"{name}.{attempt}Get()",
            OperationKind.Wait => $"{name}.Join()",
            OperationKind.TaskDone => $"{name}.TaskDone()",
            OperationKind.Read when QueueOrder.IsQueue(on) => $"{name}.Count",
            OperationKind.Read => place,
            OperationKind.Write when operation.Argument < 0 => $"makes {name}: {string.Join(", ", Values(operation))}",
            OperationKind.Write => $"{place} = {value}",
            OperationKind.Add => $"{name}.Add({index}{value})",
            OperationKind.CompareExchange => $"{name}.CompareExchange({index}{string.Join(", ", Values(operation))})",
            _ => $"{name}: {operation.Kind}",
        };
    }

    /// <summary>What an actor waits for.</summary>
    public static string Waits(in Operation operation, string name) =>
        operation.Kind switch
        {
            OperationKind.Put => $"waits for room in {name}",
            OperationKind.Get => $"waits for an item of {name}",
            _ => $"waits for all items of {name} to be done",
        };

    private static IReadOnlyList<string> Values(in Operation operation) => CallWords.Arguments(operation);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
