using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>Reads a grading as the outcome of a wrong program.</summary>
public static class OutcomeReading
{
    /// <summary>What a report says.</summary>
    /// <param name="id">The program's name.</param>
    /// <param name="report">Its report.</param>
    /// <param name="change">What was changed, if it is a mutant.</param>
    /// <param name="equivalents">Those that are right.</param>
    public static Outcome Of(string id, KataReport report, OutcomeChange? change, Equivalents equivalents)
    {
        List<ClaimReport> failed = [.. report.Claims.Where(c => c.Status == ClaimStatus.Failed)];
        OutcomeStatus status = StatusOf(report, failed);
        bool isRecorded = equivalents.Reasons.TryGetValue(id, out string? why);
        return new Outcome
        {
            Id = id,
            Status = isRecorded && status == OutcomeStatus.Survived ? OutcomeStatus.Ignored : status,
            KilledBy = [.. failed.Select(c => c.Test)],
            Reason =
                isRecorded && status == OutcomeStatus.Survived
                    ? why
                    : failed.FirstOrDefault()?.Evidence?.Sentence
                        ?? report.Claims.FirstOrDefault(c => c.Status == ClaimStatus.CouldNotGrade)?.Reason
                        ?? report.Diagnostics.FirstOrDefault()?.Message
                        ?? report.Reason,
            Change = change,
        };
    }

    private static OutcomeStatus StatusOf(KataReport report, List<ClaimReport> failed) =>
        report.Status switch
        {
            _ when report.Claims.Any(c => c.Status == ClaimStatus.CouldNotGrade) => OutcomeStatus.RuntimeError,
            KataStatus.DoesNotCompile or KataStatus.BreaksTheRules => OutcomeStatus.CompileError,
            KataStatus.Passed => OutcomeStatus.Survived,
            KataStatus.Failed => failed.Count > 0
            && failed.TrueForAll(c => c.Evidence?.Pattern == Obstacles.BusyPattern)
                ? OutcomeStatus.Timeout
                : OutcomeStatus.Killed,
            _ => OutcomeStatus.RuntimeError,
        };
}
