using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Reports;

namespace ConcurrencyKatas.Strength.Stryker;

/// <summary>
/// Says whether a run of Stryker's measured anything: in the canary, which is mutated with each kata, a mistake that only a child
/// process makes is caught, and one that nobody can see is not.
/// </summary>
public static class StrykerCanary
{
    /// <summary>The file.</summary>
    public const string FileName = "Canary.cs";

    private const string Arithmetic = "Arithmetic mutation";

    /// <summary>What is wrong with the run; null when the canary says that it can be believed.</summary>
    public static string? Complaint(MutationReport report)
    {
        var mutants = report
            .Files.Where(file => file.Key.EndsWith(FileName, StringComparison.Ordinal))
            .SelectMany(file => file.Value.Mutants.Select(mutant => (Line: LineOf(file.Value, mutant), Mutant: mutant)))
            .Where(m => m.Mutant.MutatorName == Arithmetic)
            .ToList();
        var sung = mutants.Where(m => m.Line.Contains(" Sing(", StringComparison.Ordinal)).ToList();
        var unheard = mutants.Where(m => m.Line.Contains(" Unheard(", StringComparison.Ordinal)).ToList();
        return sung.Count == 0 || unheard.Count == 0
                ? $"the canary was not mutated: {sung.Count} mistakes are in what a child does, {unheard.Count} in what nobody does"
            : sung.Find(m => m.Mutant.Status != nameof(OutcomeStatus.Killed)) is { Mutant: { } missed }
                ? $"a mistake that a child process makes is '{missed.Status}': the mutant does not reach child processes"
            : unheard.Find(m => m.Mutant.Status is not ("Survived" or "NoCoverage")) is { Mutant: { } caught }
                ? $"a mistake that nobody can see is '{caught.Status}': something else than the mutant makes tests fail"
            : null;
    }

    private static string LineOf(MutatedFile file, MutantEntry mutant) =>
        file.Source.Split('\n').ElementAtOrDefault(mutant.Location.Start.Line - 1) ?? "";
}
