using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Says in words what is done with events, conditions and barriers.</summary>
internal static class MeetingWords
{
    /// <summary>Whether the operation is about one of them.</summary>
    public static bool Know(OperationKind operation, SlotKind kind) =>
        (kind.Plain() is SlotKind.Event or SlotKind.Barrier && operation != OperationKind.Close)
        || operation is OperationKind.GiveWay or OperationKind.Resume or OperationKind.Notify;

    /// <summary>What a step did: <c>notifies ready: 2 go on</c>.</summary>
    public static string Did(Step step, ObjectInfo info)
    {
        var (operation, value) = (step.Operation, step.Decision.Value);
        var inVain = step.Decision.Outcome == Outcome.TimedOut;
        return operation.Kind switch
        {
            OperationKind.GiveWay when value == Model.Refused => $"waits for {operation.Text}: refused",
            OperationKind.Resume when inVain => $"gives up waiting for {operation.Text}",
            OperationKind.Notify when value < 0 => $"notifies {operation.Text}: refused",
            OperationKind.Notify when value == 0 => $"notifies {operation.Text}: nobody waits",
            OperationKind.Notify => Say($"notifies {operation.Text}: {value} {(value == 1 ? "goes" : "go")} on"),
            OperationKind.IsSet => $"sees {info.Name} {(value != 0 ? "set" : "unset")}",
            OperationKind.Wait when info.Kind.Plain() == SlotKind.Event && inVain && operation.Timeout == 0 =>
                $"finds {info.Name} unset",
            OperationKind.Wait when info.Kind.Plain() == SlotKind.Event && inVain =>
                $"gives up waiting for {info.Name}",
            OperationKind.Wait when info.Kind.Plain() == SlotKind.Event => $"finds {info.Name} set",
            OperationKind.Arrive when value < 0 => $"comes to {info.Name}: broken",
            OperationKind.Arrive => Say($"comes to {info.Name}, {value + 1} of {info.Initial}"),
            OperationKind.Wait when inVain => $"gives up at {info.Name}",
            OperationKind.Wait when value == Model.Refused => $"is sent away from {info.Name}",
            OperationKind.Wait => $"goes on from {info.Name}",
            OperationKind.Open when value == Model.Refused => $"opens {info.Name}: broken",
            OperationKind.Look when value < 0 => $"sees {info.Name} broken",
            OperationKind.Look => Say($"sees {value} waiting at {info.Name}"),
            _ => Does(operation, info.Name, info.Kind),
        };
    }

    /// <summary>What an actor is about to do.</summary>
    public static string Does(in Operation operation, string name, SlotKind kind) =>
        operation.Kind switch
        {
            OperationKind.GiveWay when operation.Text == name => $"gives way, waits for {name}",
            OperationKind.GiveWay => $"gives {name} back, waits for {operation.Text}",
            OperationKind.Resume => $"acquires {name} again",
            OperationKind.Notify => $"notifies {operation.Text}",
            OperationKind.Set => $"sets {name}",
            OperationKind.Clear => $"clears {name}",
            OperationKind.IsSet => $"asks whether {name} is set",
            OperationKind.Wait when kind.Plain() == SlotKind.Event => $"waits for {name}",
            OperationKind.Wait => $"waits at {name}",
            OperationKind.Arrive => $"comes to {name}",
            OperationKind.Open => $"opens {name}",
            OperationKind.Abort => $"breaks {name}",
            OperationKind.Reset => $"resets {name}",
            OperationKind.Look => $"looks at {name}",
            _ => operation.Kind.ToString(),
        };

    /// <summary>What an actor waits for: <c>waits at square, where 2 of 3 have come</c>.</summary>
    /// <param name="wait">The wait.</param>
    /// <param name="info">The object.</param>
    /// <param name="holders">The names of those on whom it depends.</param>
    /// <param name="waiting">How many wait in the same way.</param>
    public static string Waits(Wait wait, ObjectInfo info, string holders, int waiting) =>
        wait.Operation.Kind switch
        {
            OperationKind.Resume when wait.Holders.Count == 0 => $"waits to be notified of {wait.Operation.Text}",
            OperationKind.Resume =>
                $"was notified of {wait.Operation.Text} and waits for {info.Name} ({info.Kind}, held by "
                    + $"{holders})",
            OperationKind.Wait when info.Kind.Plain() == SlotKind.Event => $"waits for {info.Name} (Event, not set)",
            OperationKind.Wait when wait.Holders.Count == 0 => Say(
                $"waits at {info.Name} (Barrier, {waiting} of {info.Initial} have come)"
            ),
            OperationKind.Wait => $"waits at {info.Name} (Barrier, opened by {holders})",
            _ => $"waits to come to {info.Name} (Barrier, to be left by {holders})",
        };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
