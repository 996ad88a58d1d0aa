namespace ConcurrencyKatas.Control;

/// <summary>An operation on what callers can wait for, on its way to a manager's server.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Argument">As in a controlled run; see <see cref="OperationKind"/>.</param>
/// <param name="Timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
/// <param name="Slice">After so many ticks the caller wants to hear, done or not; −1 for never.</param>
/// <param name="Ticket">What the server said when the caller heard for the last time; 0 at first.</param>
/// <param name="Payload">An item.</param>
internal readonly record struct ServedOperation(
    OperationKind Kind,
    long Argument,
    long Timeout,
    long Slice = -1,
    long Ticket = 0,
    byte[]? Payload = null
)
{
    private const int WithoutPayload = 4;

    /// <summary>As arguments of a <see cref="ManagerVerb.Perform"/>, whose time-out is this one's.</summary>
    public IReadOnlyList<byte[]> Arguments()
    {
        byte[][] numbers = [Wire.Encode((int)Kind), Wire.Encode(Argument), Wire.Encode(Slice), Wire.Encode(Ticket)];
        return Payload is null ? numbers : [.. numbers, Payload];
    }

    /// <summary>Reads <see cref="Arguments"/>.</summary>
    /// <returns><see langword="null"/> when they are something else.</returns>
    /// <exception cref="WireFormatException">They are malformed.</exception>
    public static ServedOperation? Of(ManagerRequest request) =>
        request.Arguments is { Count: WithoutPayload or WithoutPayload + 1 } all
        && Wire.DecodeNeutral(all[0]) is int kind
        && Wire.DecodeNeutral(all[1]) is long argument
        && Wire.DecodeNeutral(all[2]) is long slice
        && Wire.DecodeNeutral(all[3]) is long ticket
            ? new ServedOperation(
                (OperationKind)kind,
                argument,
                request.Timeout,
                slice,
                ticket,
                all.Count > WithoutPayload ? all[WithoutPayload] : null
            )
            : null;
}
