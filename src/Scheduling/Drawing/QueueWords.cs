using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Says in words what is done with the tasks and the results of a pool. People count from 1.</summary>
internal static class QueueWords
{
    /// <summary>What a step did: <c>takes task 2 of Pool-1</c>. What differs comes first: a column may be narrow.</summary>
    public static string Did(Step step, string name)
    {
        var inVain = step.Decision.Outcome == Outcome.TimedOut;
        var (what, whose) = Item(name);
        var item = string.Create(CultureInfo.InvariantCulture, $"{what} {step.Decision.Value + 1} of {whose}");
        return step.Operation.Kind switch
        {
            OperationKind.Wait when inVain && step.Operation.Timeout == 0 => $"finds {name} not ready",
            OperationKind.Wait when inVain => $"gives up waiting for {name}",
            OperationKind.Wait => $"finds {name} ready",
            OperationKind.Get when inVain => $"finds no {what} of {whose}",
            OperationKind.Get when step.Decision.Value == QueueModel.None => $"finds no more {what}s of {whose}",
            OperationKind.Get => $"takes {item}",
            OperationKind.Put when step.Decision.Value == QueueModel.None => $"adds a {what} of {whose}: refused",
            OperationKind.Put => $"adds {item}",
            _ => Does(step.Operation, name),
        };
    }

    /// <summary>What an actor is about to do.</summary>
    public static string Does(in Operation operation, string name) =>
        operation.Kind switch
        {
            OperationKind.Put => $"adds a {Item(name).What} of {Item(name).Whose}",
            OperationKind.Get => $"takes a {Item(name).What} of {Item(name).Whose}",
            OperationKind.Set => $"makes {name} ready",
            _ => $"waits for {name}",
        };

    /// <summary>What waits for an item: <c>waits for a task of Pool-1</c>.</summary>
    public static string Waits(string name) => $"waits for a {Item(name).What} of {Item(name).Whose}";

    /// <summary>Whether a queue of this name belongs to a pool.</summary>
    public static bool IsOfPool(string name) => Item(name).What != "item";

    private static (string What, string Whose) Item(string queue) =>
        queue.EndsWith(QueueNames.Tasks, StringComparison.Ordinal) ? ("task", queue[..^QueueNames.Tasks.Length])
        : queue.EndsWith(QueueNames.Results, StringComparison.Ordinal) ? ("result", queue[..^QueueNames.Results.Length])
        : queue.Contains(QueueNames.Stream, StringComparison.Ordinal) ? ("result", queue)
        : ("item", queue);
}
