using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>A column of the kill matrix: a wrong program, and the claims that catch it.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Id">Its name.</param>
/// <param name="Claims">The claims that catch it.</param>
public sealed record ProgramKills(OutcomeKind Kind, string Id, IReadOnlyList<string> Claims)
{
    /// <summary>All that can be caught.</summary>
    public static IReadOnlyList<ProgramKills> Of(IEnumerable<KataOutcomes> kinds) =>
        [
            .. kinds.SelectMany(k =>
                k.Outcomes.Where(o =>
                        o.Status is OutcomeStatus.Killed or OutcomeStatus.Timeout or OutcomeStatus.Survived
                    )
                    .Select(o => new ProgramKills(k.Kind, o.Id, o.KilledBy))
            ),
        ];
}
