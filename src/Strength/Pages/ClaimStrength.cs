using ConcurrencyKatas.Strength.Reports;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>A row of the kill matrix: how much one claim catches.</summary>
/// <param name="Claim">The test's name.</param>
/// <param name="Impostors">How many impostors it catches.</param>
/// <param name="Concurrency">How many mutants of our own operators.</param>
/// <param name="Stryker">How many mutants of Stryker's.</param>
/// <param name="Alone">What no other claim catches.</param>
/// <param name="AloneCount">How many those are.</param>
public sealed record ClaimStrength(
    string Claim,
    int Impostors,
    int Concurrency,
    int Stryker,
    IReadOnlyList<string> Alone,
    int AloneCount
)
{
    /// <summary>How many mistakes it catches.</summary>
    public int Kills => Impostors + Concurrency + Stryker;

    /// <summary>The row of a claim.</summary>
    public static ClaimStrength Of(ClaimKills kills) =>
        new(
            kills.Claim,
            kills.Impostors.Count,
            kills.Concurrency.Count,
            kills.Stryker.Count,
            kills.Alone,
            kills.Alone.Count
        );
}
