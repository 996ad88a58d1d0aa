namespace ConcurrencyKatas.Control;

/// <summary>The arbiter's answer to one operation.</summary>
/// <param name="Outcome">Whether to perform it.</param>
/// <param name="Value">A result that only the arbiter knows, where the kind has one.</param>
public readonly record struct Decision(Outcome Outcome, long Value = 0)
{
    /// <summary>Whether the operation is to be performed.</summary>
    public bool Go => Outcome == Outcome.Go;
}
