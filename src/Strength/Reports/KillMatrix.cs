using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Reports;

/// <summary>Which claim of a kata catches which wrong program.</summary>
public sealed record KillMatrix
{
    private KillMatrix() { }

    /// <summary>The claims, in order; and for each what it catches.</summary>
    public required IReadOnlyList<ClaimKills> Claims { get; init; }

    /// <summary>How many wrong programs there are that something could catch.</summary>
    public required int Programs { get; init; }

    /// <summary>Makes it of all kinds of outcomes of one kata.</summary>
    public static KillMatrix Of(IReadOnlyList<KataOutcomes> kinds)
    {
        List<(OutcomeKind Kind, Outcome Outcome)> all =
        [
            .. kinds
                .SelectMany(k => k.Outcomes.Select(o => (k.Kind, o)))
                .Where(o => o.o.Status is OutcomeStatus.Killed or OutcomeStatus.Timeout or OutcomeStatus.Survived),
        ];
        return new KillMatrix
        {
            Programs = all.Count,
            Claims =
            [
                .. kinds
                    .SelectMany(k => k.Claims)
                    .Distinct()
                    .Select(claim => new ClaimKills(
                        claim,
                        [.. Caught(all, claim, OutcomeKind.Impostors)],
                        [.. Caught(all, claim, OutcomeKind.Concurrency)],
                        [.. Caught(all, claim, OutcomeKind.Stryker)],
                        [.. all.Where(o => o.Outcome.KilledBy is [var only] && only == claim).Select(o => o.Outcome.Id)]
                    )),
            ],
        };
    }

    private static IEnumerable<string> Caught(
        List<(OutcomeKind Kind, Outcome Outcome)> all,
        string claim,
        OutcomeKind kind
    ) => all.Where(o => o.Kind == kind && o.Outcome.KilledBy.Contains(claim)).Select(o => o.Outcome.Id);
}
