namespace ConcurrencyKatas.Control;

/// <summary>
/// Operations on what a manager keeps and callers can wait for: for the arbiter where there is one, else for the manager's
/// server. The decision is the same.
/// </summary>
internal static class ManagedOperations
{
    // The server does not know of a token, so it answers this often whether or not it could do what was asked.
    private const long Slice = TimeSpan.TicksPerMillisecond * 50;

    /// <summary>Does one, and waits until it is done or its time is over.</summary>
    /// <param name="kind">What the object is.</param>
    /// <param name="operation">What is done, on which slot.</param>
    /// <param name="name">The object's name.</param>
    /// <param name="cancellation">
    /// Ends the wait early, for real; only where it has no time of its own, which would begin anew each time the server is asked. A
    /// wait that has begun already (for a notification, for the other parties) is then given up, as if its time were over.
    /// </param>
    /// <exception cref="OperationCanceledException">The token was cancelled, and nothing was done.</exception>
    /// <exception cref="ManagerLostException">There is no manager any more.</exception>
    public static Decision Arrive(
        SlotKind kind,
        in Operation operation,
        string name,
        CancellationToken cancellation = default
    )
    {
        if (Seam.Controller is { } controller)
        {
            return Checked(controller, operation, name);
        }
        bool hasBegun = operation.Kind is OperationKind.Resume || kind == SlotKind.BarrierProxy;
        if (!hasBegun)
        {
            cancellation.ThrowIfCancellationRequested();
        }
        var served = new ServedOperation(
            operation.Kind,
            operation.Argument,
            operation.Timeout,
            cancellation.CanBeCanceled ? Slice : -1,
            Payload: operation.Payload
        );
        while (true)
        {
            ManagerAnswer answer = Ask(kind, operation.Object, served, name);
            if (answer.Status != ManagerStatus.NotYet)
            {
                return Read(answer, operation, name);
            }
            if (!hasBegun)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            served = served with
            {
                Ticket = (long)Wire.Decode(answer.Values[0])!,
                Timeout = cancellation.IsCancellationRequested ? 0 : served.Timeout,
            };
        }
    }

    /// <summary>What the server has to say about an object; for real only.</summary>
    public static IReadOnlyList<object?> Describe(SlotKind kind, int offset, string name, params object[] arguments)
    {
        var request = new ManagerRequest(
            kind,
            offset,
            ManagerVerb.Describe,
            -1,
            [.. arguments.Select(static argument => Wire.Encode(argument))]
        );
        ManagerAnswer answer = ManagerConnections.Call(NamedSlot.ManagerOf(offset), request, name);
        return answer.Status == ManagerStatus.Done
            ? [.. answer.Values.Select(static value => Wire.Decode(value))]
            : throw ManagerErrors.Refused(answer, name, name);
    }

    private static Decision Checked(IController controller, in Operation operation, string name)
    {
        if (operation.Payload?.Length > controller.PayloadLimit)
        {
            throw QueueItems.TooLarge(controller, operation.Payload, name);
        }
        Decision decision = controller.Arrive(operation);
        return decision.Value == Decision.Closed ? throw ManagerErrors.ShutDown(name, operation.Kind) : decision;
    }

    private static ManagerAnswer Ask(SlotKind kind, int offset, in ServedOperation served, string name)
    {
        var request = new ManagerRequest(kind, offset, ManagerVerb.Perform, served.Timeout, served.Arguments());
        return ManagerConnections.Call(NamedSlot.ManagerOf(offset), request, name);
    }

    private static Decision Read(ManagerAnswer answer, in Operation operation, string name) =>
        answer.Status == ManagerStatus.Done
        && Wire.Decode(answer.Values[0]) is int outcome
        && Wire.Decode(answer.Values[1]) is long value
            ? new Decision((Outcome)outcome, value, answer.Values.Count > 2 ? answer.Values[2] : null)
            : throw ManagerErrors.Refused(answer, name, $"{name}: {operation.Kind}");
}
