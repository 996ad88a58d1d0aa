using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>What became of all wrong programs of one kind of one kata; a file that <c>./kata mutate</c> leaves.</summary>
public sealed record KataOutcomes
{
    /// <summary>The kata's folder name.</summary>
    public required string Kata { get; init; }

    /// <summary>Where the programs come from.</summary>
    public required OutcomeKind Kind { get; init; }

    /// <summary>The kata's claims, in order.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>One for each program.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>What was explored and proved of the solution.</summary>
    public IReadOnlyList<ExplorationReport> Explorations { get; init; } = [];

    /// <summary>How many right programs were graded with them: the solution and its alternatives.</summary>
    public int RightPrograms { get; init; }

    /// <summary>How many of those did not pass.</summary>
    public int FalseAlarms { get; init; }

    /// <summary>How long it took, by the clock.</summary>
    public double Seconds { get; init; }

    /// <summary>How many are of a status.</summary>
    public int Count(OutcomeStatus status) => Outcomes.Count(o => o.Status == status);

    /// <summary>The score with time-outs counted as kills, in per cent; null when there is nothing to be killed.</summary>
    public double? Score => Percent(Count(OutcomeStatus.Killed) + Count(OutcomeStatus.Timeout), Testable);

    /// <summary>The score when only claims count, in per cent; null when there is nothing to be killed.</summary>
    public double? ScoreWithoutTimeouts => Percent(Count(OutcomeStatus.Killed), Testable);

    private int Testable => Count(OutcomeStatus.Killed) + Count(OutcomeStatus.Timeout) + Count(OutcomeStatus.Survived);

    private static double? Percent(int part, int whole) => whole == 0 ? null : 100.0 * part / whole;
}
