using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>How many of one kind of mistakes the claims of a kata catch.</summary>
/// <param name="Kind">Where the mistakes come from.</param>
/// <param name="Killed">Caught by a claim.</param>
/// <param name="Timeouts">Caught only by the processor time that they use.</param>
/// <param name="Survived">Not caught.</param>
/// <param name="Equivalent">Right, and recorded as such.</param>
/// <param name="NoProgram">Refused by the compiler or the rules.</param>
/// <param name="Errors">Could not be graded.</param>
/// <param name="Score">Per cent of those that could be caught; null when there are none.</param>
/// <param name="ScoreWithoutTimeouts">The same if a busy loop were not caught.</param>
/// <param name="Seconds">How long it took by the clock.</param>
public sealed record KindScore(
    OutcomeKind Kind,
    int Killed,
    int Timeouts,
    int Survived,
    int Equivalent,
    int NoProgram,
    int Errors,
    double? Score,
    double? ScoreWithoutTimeouts,
    double Seconds
)
{
    /// <summary>The score of what was measured.</summary>
    public static KindScore Of(KataOutcomes outcomes) =>
        new(
            outcomes.Kind,
            outcomes.Count(OutcomeStatus.Killed),
            outcomes.Count(OutcomeStatus.Timeout),
            outcomes.Count(OutcomeStatus.Survived),
            outcomes.Count(OutcomeStatus.Ignored),
            outcomes.Count(OutcomeStatus.CompileError),
            outcomes.Count(OutcomeStatus.RuntimeError),
            outcomes.Score,
            outcomes.ScoreWithoutTimeouts,
            outcomes.Seconds
        );
}
