namespace ConcurrencyKatas.Control;

/// <summary>A wait for several connections and processes at once in a controlled run: one operation.</summary>
internal static class ControlledWait
{
    /// <summary>Waits so many ticks at most; −1 for ever, 0 not at all.</summary>
    public static (IReadOnlyList<Connection> Connections, IReadOnlyList<Process> Processes) For(
        IController controller,
        Connection[] connections,
        Process[] processes,
        long timeout
    )
    {
        List<PipeEnd> watched = [.. connections.Select(Place), .. processes.Select(Place)];
        if (watched is [{ End: not PipeEnd.Process } only])
        {
            var poll = Operation.OnPipe(OperationKind.Poll, only.Number, only.End, Session.Current.Self, timeout);
            return (controller.Arrive(poll).Go ? connections : [], []);
        }
        Decision decision = controller.Arrive(
            new Operation(OperationKind.WaitAny, Timeout: timeout, Payload: PipeEnd.Pack(watched))
        );
        byte[] ready = decision.Payload ?? new byte[watched.Count];
        return (
            [.. connections.Where((_, index) => ready[index] != 0)],
            [.. processes.Where((_, index) => ready[connections.Length + index] != 0)]
        );
    }

    private static PipeEnd Place(Connection connection)
    {
        connection.ThrowUnlessReadable();
        return ((ControlledConnectionEnd)connection.End).Place;
    }

    private static PipeEnd Place(Process process)
    {
        _ = process.Id; // Refuses an object that was closed.
        return new PipeEnd(((ActorChild)process.Child("wait for")).Actor, PipeEnd.Process);
    }
}
