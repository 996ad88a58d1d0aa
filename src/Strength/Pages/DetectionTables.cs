using System.Globalization;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Detection;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>What a page shows about chance, as tables of plain text.</summary>
internal static class DetectionTables
{
    /// <summary>A row for each impostor of a kata.</summary>
    public static StrengthTable Of(KataDetection detection) =>
        new(
            "How soon chance finds what is wrong",
            ["impostor", "found in", "portfolio alone", "median", "proof alone", "plain runs", "ratio"],
            [
                .. detection.Programs.Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p.Name,
                            NameOf(p.Report.Means),
                            Portfolio(p),
                            p.Report.MedianSchedules is { } median ? Count(median, "schedule") : "–",
                            p.Report.ProofRuns is { } runs ? Count(runs, "run") : "–",
                            Plain(p),
                            Ratio(p),
                        ]
                ),
            ]
        );

    /// <summary>A row for each kata.</summary>
    public static StrengthTable Overview(IReadOnlyList<KataDetection> all) =>
        new(
            "How little is left to chance",
            ["kata", "found whatever the seed", "by the portfolio alone", "by plain runs", "right programs"],
            [
                .. all.Select(d =>
                    (IReadOnlyList<string>)
                        [
                            d.Kata,
                            $"{d.Programs.Count - d.Uncertain.Count()} of {d.Programs.Count}{(d.Uncertain.Any() ? " ✗" : "")}",
                            Sure(d),
                            Seen(d),
                            $"{d.Gradings - d.FalseAlarms} of {d.Gradings} gradings pass{(d.FalseAlarms > 0 ? " ✗" : "")}",
                        ]
                ),
            ]
        );

    /// <summary>What is to be remembered of all that; null when no plain run was made.</summary>
    public static string? Headline(IEnumerable<KataDetection> all)
    {
        List<DetectedProgram> compared = [.. all.SelectMany(d => d.Programs).Where(p => p.Ratio is not null)];
        if (compared.Count == 0)
        {
            return null;
        }
        List<double> ratios = [.. compared.Select(p => p.Ratio!.Value).Order()];
        int never = compared.Count(p => p.Plain!.Failed == 0);
        int longer = compared.Count(p => p.Ratio > 1);
        string often = AtLeast(ratios[(ratios.Count - 1) / 2]);
        string worst = AtLeast(ratios[(ratios.Count - 1) * 3 / 4]);
        return Text(
                $"Of {compared.Count} impostors that schedules find and plain runs could, {never} failed in no plain run at all. "
            )
            + Text(
                $"{longer} needed more plain runs than schedules. Of all of them the median is at least {often} times as many, "
            )
            + Text($"and a quarter needed at least {worst} times as many.");
    }

    private static string NameOf(DetectionMeans? means) =>
        means switch
        {
            DetectionMeans.Probe => "a probe",
            DetectionMeans.RealRun => "a run for real",
            _ => "schedules",
        };

    private static string Portfolio(DetectedProgram program) =>
        program.Report.Means != DetectionMeans.Schedules
            ? "–"
            : Text($"{program.Report.Found} of {program.Report.Seeds} seeds{(program.IsCertain ? "" : " ✗")}");

    private static string Plain(DetectedProgram program) =>
        program switch
        {
            { Report.NeedsOperations: true } => "cannot show it",
            { Report.Plain: null } => "–",
            { Plain: null } => "cannot show it",
            { Plain: { Failed: 0 } plain } => Text($"none of {plain.Runs}"),
            { Plain: { } plain } => Text(
                $"{plain.Failed} of {plain.Runs}{(plain.Stuck > 0 ? $", {plain.Stuck} stuck" : "")}"
            ),
        };

    private static string Ratio(DetectedProgram program) =>
        program.Ratio is { } ratio ? $"{(program.Plain!.Failed == 0 ? "> " : "")}{AtLeast(ratio)}" : "–";

    private static string Sure(KataDetection detection)
    {
        List<DetectedProgram> sampled = [.. detection.Programs.Where(p => p.Probability is not null)];
        return sampled.Count == 0
            ? "–"
            : Text($"{sampled.Count(p => p.Probability >= 0.99)} of {sampled.Count} with probability 0.99");
    }

    private static string Seen(KataDetection detection)
    {
        List<PlainRunsReport> plain = [.. detection.Programs.Select(p => p.Plain).OfType<PlainRunsReport>()];
        return plain.Count == 0 ? "–" : Text($"{plain.Count(p => p.Failed > 0)} of {plain.Count}");
    }

    // Never rounded up.
    private static string AtLeast(double number) =>
        number < 10
            ? (Math.Floor(number * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture)
            : Math.Floor(number).ToString("0", CultureInfo.InvariantCulture);

    private static string Count(int number, string what) => Text($"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
