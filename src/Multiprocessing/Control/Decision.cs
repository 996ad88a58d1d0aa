namespace ConcurrencyKatas.Control;

/// <summary>The arbiter's answer to one operation.</summary>
/// <param name="Outcome">Whether to perform it.</param>
/// <param name="Value">A result that only the arbiter knows, where the kind has one.</param>
/// <param name="Payload">A result that is no number: the answer of a call on an object of a manager.</param>
public readonly record struct Decision(Outcome Outcome, long Value = 0, byte[]? Payload = null)
{
    /// <summary>The value for what the primitive refuses: it changes nothing, and throws in the actor.</summary>
    public const long Refused = 1;

    /// <summary>The value for an object whose manager was shut down; no operation brings it otherwise.</summary>
    public const long Closed = int.MinValue;

    /// <summary>
    /// The value for a lock that was taken from a process that has ended. A manager, for real only, says the name of that process in
    /// the payload, encoded; under control it is a process that was killed on purpose, see <see cref="OperationKind.Terminate"/>.
    /// </summary>
    public const long Abandoned = int.MinValue + 1;

    /// <summary>Whether the operation is to be performed.</summary>
    public bool Go => Outcome == Outcome.Go;

    /// <summary>Whether both say the same, payloads byte by byte.</summary>
    public bool Equals(Decision other) =>
        Outcome == other.Outcome
        && Value == other.Value
        && Payload is null == other.Payload is null
        && Payload.AsSpan().SequenceEqual(other.Payload);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Value, Payload?.Length);
}
