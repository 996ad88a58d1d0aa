namespace ConcurrencyKatas.Strength.Reports;

/// <summary>What one claim catches.</summary>
/// <param name="Claim">The test's name.</param>
/// <param name="Impostors">The impostors.</param>
/// <param name="Concurrency">The mutants of our own operators.</param>
/// <param name="Stryker">The mutants of Stryker's.</param>
/// <param name="Alone">Those that no other claim catches.</param>
public sealed record ClaimKills(
    string Claim,
    IReadOnlyList<string> Impostors,
    IReadOnlyList<string> Concurrency,
    IReadOnlyList<string> Stryker,
    IReadOnlyList<string> Alone
)
{
    /// <summary>How many it catches.</summary>
    public int Count => Impostors.Count + Concurrency.Count + Stryker.Count;
}
