using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Says in words what is done with the tasks and the results of a pool. People count from 1.</summary>
internal static class QueueWords
{
    /// <summary>What a step did: <c>takes number 2 of Pool-1's tasks</c>.</summary>
    public static string Did(Step step, string name)
    {
        var inVain = step.Decision.Outcome == Outcome.TimedOut;
        var number = (step.Decision.Value + 1).ToString(CultureInfo.InvariantCulture);
        return step.Operation.Kind switch
        {
            OperationKind.Wait when inVain && step.Operation.Timeout == 0 => $"sees that {name} is not ready",
            OperationKind.Wait when inVain => $"gives up waiting for {name}",
            OperationKind.Wait => $"sees that {name} is ready",
            OperationKind.Get when inVain => $"finds none of {name}",
            OperationKind.Get when step.Decision.Value == QueueModel.None => $"learns that {name} are over",
            OperationKind.Get => $"takes number {number} of {name}",
            OperationKind.Put when step.Decision.Value == QueueModel.None => $"adds to {name}: refused",
            OperationKind.Put => $"adds number {number} to {name}",
            _ => Does(step.Operation, name),
        };
    }

    /// <summary>What an actor is about to do.</summary>
    public static string Does(in Operation operation, string name) =>
        operation.Kind switch
        {
            OperationKind.Put => $"adds to {name}",
            OperationKind.Get => $"takes the next of {name}",
            OperationKind.Set => $"makes {name} ready",
            _ => $"waits for {name}",
        };
}
