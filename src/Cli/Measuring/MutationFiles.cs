using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Reports;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Writes what became of wrong programs: for us, in the common schema, and as a page where a viewer is at hand.</summary>
internal static class MutationFiles
{
    /// <summary>Writes the files of one kind of one kata.</summary>
    public static void Write(Repository repository, StrengthFolder folder, KataOutcomes outcomes)
    {
        ReportJson.Write(folder.Outcomes(outcomes.Kata, outcomes.Kind), outcomes);
        if (outcomes.Kind == OutcomeKind.Impostors)
        {
            return;
        }
        var report = MutationReport.Of(
            outcomes,
            file => File.ReadAllText(MutantFiles.SolutionFile(repository, outcomes.Kata, file))
        );
        ReportJson.Write(folder.MutationReport(outcomes.Kata, outcomes.Kind, "json"), report);
        if (Viewer(folder) is { } viewer && MutationPage.With(File.ReadAllText(viewer), report) is { } page)
        {
            File.WriteAllText(folder.MutationReport(outcomes.Kata, outcomes.Kind, "html"), page);
        }
    }

    // Any page of Stryker's, of whatever kata.
    private static string? Viewer(StrengthFolder folder) =>
        Directory.EnumerateFiles(folder.Root, "mutation-report.html", SearchOption.AllDirectories).FirstOrDefault();
}
