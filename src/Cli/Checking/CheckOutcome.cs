namespace ConcurrencyKatas.Cli.Checking;

/// <summary>What a check found.</summary>
/// <param name="Faults">Every broken rule.</param>
/// <param name="Rows">One line per submission that was graded, now or before.</param>
/// <param name="Cached">The katas whose last result still holds.</param>
/// <param name="Interrupted">Whether it was cut short.</param>
internal sealed record CheckOutcome(
    IReadOnlyList<Fault> Faults,
    IReadOnlyList<CheckRow> Rows,
    IReadOnlyList<string> Cached,
    bool Interrupted
);
