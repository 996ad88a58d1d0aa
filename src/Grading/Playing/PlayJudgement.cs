using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Playing;

/// <summary>What a run, or the beginning of one, breaks.</summary>
/// <param name="Goals">Each claim that it could break.</param>
/// <param name="First">The first violation; null when nothing is broken.</param>
internal sealed record PlayJudgement(IReadOnlyList<PlayGoal> Goals, Violation? First)
{
    /// <summary>Judges a run.</summary>
    public static PlayJudgement Of(IReadOnlyList<PlayRule> rules, KataRun run)
    {
        Violation? first = null;
        List<PlayGoal> goals = [];
        foreach (IGrouping<string, PlayRule> claim in rules.GroupBy(rule => rule.Claim))
        {
            Violation? broken = claim.Select(rule => rule.Violation(run)).FirstOrDefault(found => found is not null);
            first ??= broken;
            goals.Add(new PlayGoal(claim.Key, broken?.Sentence));
        }
        return new PlayJudgement(goals, first);
    }

    /// <summary>Judges nothing: a run that nobody can judge.</summary>
    public static PlayJudgement None(IReadOnlyList<PlayRule> rules) =>
        new([.. rules.Select(rule => rule.Claim).Distinct().Select(claim => new PlayGoal(claim, null))], null);
}
