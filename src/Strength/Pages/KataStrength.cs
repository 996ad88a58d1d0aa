using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Detection;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Reports;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>How strong the hidden tests of one kata are.</summary>
public sealed record KataStrength
{
    /// <summary>The kata's folder name.</summary>
    public required string Kata { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The scores by where the mistakes come from.</summary>
    public required IReadOnlyList<KindScore> Scores { get; init; }

    /// <summary>Which claim catches what.</summary>
    public required IReadOnlyList<ClaimStrength> Claims { get; init; }

    /// <summary>Which mistake is caught by which claims: the whole matrix.</summary>
    public IReadOnlyList<ProgramKills> Programs { get; init; } = [];

    /// <summary>The mistakes that nothing catches.</summary>
    public IReadOnlyList<Outcome> Survivors { get; init; } = [];

    /// <summary>What was explored of the solution, and what of it is proved.</summary>
    public IReadOnlyList<ExplorationReport> Explorations { get; init; } = [];

    /// <summary>How many right programs were graded.</summary>
    public int RightPrograms { get; init; }

    /// <summary>How many of them did not pass.</summary>
    public int FalseAlarms { get; init; }

    /// <summary>How little is left to chance; null when it was not measured.</summary>
    public KataDetection? Detection { get; init; }

    /// <summary>The lines of the solution that were run; null when it was not measured.</summary>
    public int? CoveredLines { get; init; }

    /// <summary>The lines of the solution.</summary>
    public int? Lines { get; init; }

    /// <summary>Whether nothing survives, every claim catches something, and no right program fails.</summary>
    public bool IsSound =>
        FalseAlarms == 0
        && Detection is null or { IsSound: true }
        && Claims.All(c => c.Kills > 0)
        && Scores.All(s => s is { Survived: 0, Errors: 0 });

    /// <summary>Makes it of all that was measured of a kata.</summary>
    public static KataStrength Of(string kata, string title, IReadOnlyList<KataOutcomes> kinds) =>
        new()
        {
            Kata = kata,
            Title = title,
            Scores = [.. kinds.Select(KindScore.Of)],
            Claims = [.. KillMatrix.Of(kinds).Claims.Select(ClaimStrength.Of)],
            Programs = ProgramKills.Of(kinds),
            Survivors =
            [
                .. kinds
                    .SelectMany(k => k.Outcomes)
                    .Where(o => o.Status is OutcomeStatus.Survived or OutcomeStatus.RuntimeError),
            ],
            Explorations = kinds.FirstOrDefault()?.Explorations ?? [],
            RightPrograms = kinds.Select(k => k.RightPrograms).DefaultIfEmpty().Max(),
            FalseAlarms = kinds.Select(k => k.FalseAlarms).DefaultIfEmpty().Max(),
        };

    /// <summary>The form that may be published.</summary>
    public KataStrength ToPublic() =>
        this with
        {
            Survivors = [],
            Programs = [],
            Claims = [.. Claims.Select(c => c with { Alone = [] })],
        };
}
