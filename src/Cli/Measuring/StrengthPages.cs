using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Coverage;
using ConcurrencyKatas.Strength.Detection;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Pages;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Makes the page of what the other commands have left.</summary>
internal static class StrengthPages
{
    /// <summary>Reads all that was measured.</summary>
    public static StrengthReport Read(StrengthFolder folder, IReadOnlyList<Kata> katas)
    {
        List<string> missing = [];
        var coverage = File.Exists(folder.CoverageSummary)
            ? ReportJson.Read<CoverageSummary>(folder.CoverageSummary)
            : new CoverageSummary();
        if (coverage.Source.Count == 0 || katas.Any(k => coverage.Solutions.All(f => f.Room != k.Name)))
        {
            missing.Add("Coverage was not measured, or not of everything: ./kata coverage");
        }
        List<KataStrength> strengths = [];
        foreach (var kata in katas)
        {
            var kinds = Enum.GetValues<OutcomeKind>()
                .Select(kind => folder.Outcomes(kata.Name, kind))
                .Where(File.Exists)
                .Select(path => ReportJson.Read<KataOutcomes>(path))
                .ToList();
            if (kinds.Count < Enum.GetValues<OutcomeKind>().Length)
            {
                missing.Add(
                    $"{kata.Name} was not measured, or not with every kind of mistakes: ./kata mutate {kata.Name}"
                );
            }
            var detection = File.Exists(folder.Detection(kata.Name))
                ? ReportJson.Read<KataDetection>(folder.Detection(kata.Name))
                : null;
            if (detection is null)
            {
                missing.Add(
                    $"How soon chance finds the impostors of {kata.Name} was not measured: ./kata detect {kata.Name}"
                );
            }
            var files = coverage.Solutions.Where(f => f.Room == kata.Name).ToList();
            strengths.Add(
                KataStrength.Of(kata.Name, kata.Title, kinds) with
                {
                    Detection = detection,
                    CoveredLines = files.Count == 0 ? null : files.Sum(f => f.CoveredLines),
                    Lines = files.Count == 0 ? null : files.Sum(f => f.Lines),
                }
            );
        }
        return new StrengthReport
        {
            Katas = strengths,
            Coverage = CoverageGoal.Of(coverage),
            Missing = missing,
        };
    }

    /// <summary>Writes it in all forms, and the badge.</summary>
    public static void Write(StrengthFolder folder, StrengthReport report)
    {
        ReportJson.Write(folder.Page("json"), report);
        File.WriteAllText(folder.Page("md"), StrengthMarkdown.Of(report));
        File.WriteAllText(folder.Page("html"), StrengthHtml.Of(report));
        ReportJson.Write(folder.Page("badge.json"), StrengthBadge.Of(report));
    }
}
