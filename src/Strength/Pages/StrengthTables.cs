using System.Globalization;
using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>What a page shows, as tables of plain text: one source for every form of it.</summary>
internal static class StrengthTables
{
    /// <summary>A row for each kata.</summary>
    public static StrengthTable Overview(StrengthReport report) =>
        new(
            "All katas",
            ["kata", "impostors", "concurrency mutants", "Stryker's mutants", "lines", "proved", "right programs"],
            [
                .. report.Katas.Select(k =>
                    (IReadOnlyList<string>)
                        [
                            k.Kata,
                            Score(k, OutcomeKind.Impostors),
                            Score(k, OutcomeKind.Concurrency),
                            Score(k, OutcomeKind.Stryker),
                            Lines(k),
                            Proved(k),
                            RightPrograms(k),
                        ]
                ),
            ]
        );

    /// <summary>What is asked of coverage.</summary>
    public static StrengthTable Coverage(StrengthReport report) =>
        new(
            "Coverage",
            ["what", "covered", "wanted"],
            [
                .. report.Coverage.Select(g =>
                    (IReadOnlyList<string>)
                        [
                            g.Name,
                            string.Create(CultureInfo.InvariantCulture, $"{Percent(g.Percent)} of {g.All} {g.Unit}"),
                            string.Create(CultureInfo.InvariantCulture, $"{g.Wanted:0} %{(g.IsReached ? "" : " ✗")}"),
                        ]
                ),
            ]
        );

    /// <summary>How many mistakes of each kind there are, and what became of them.</summary>
    public static StrengthTable Scores(KataStrength kata) =>
        new(
            "Mistakes",
            [
                "mistakes",
                "caught",
                "busy loops",
                "survived",
                "right",
                "no program",
                "error",
                "score",
                "without busy loops",
                "time",
            ],
            [
                .. kata.Scores.Select(s =>
                    (IReadOnlyList<string>)
                        [
                            NameOf(s.Kind),
                            Number(s.Killed),
                            Number(s.Timeouts),
                            Number(s.Survived),
                            Number(s.Equivalent),
                            Number(s.NoProgram),
                            Number(s.Errors),
                            Percent(s.Score),
                            Percent(s.ScoreWithoutTimeouts),
                            string.Create(CultureInfo.InvariantCulture, $"{s.Seconds:0} s"),
                        ]
                ),
            ]
        );

    /// <summary>Which claim catches how much.</summary>
    public static StrengthTable Matrix(KataStrength kata) =>
        new(
            "What each claim catches",
            ["claim", "impostors", "concurrency", "Stryker", "nobody else"],
            [
                .. kata.Claims.Select(
                    (c, index) =>
                        (IReadOnlyList<string>)
                            [
                                $"{Number(index + 1)}. "
                                    + c.Claim.Replace('_', ' ')
                                    + (c.Kills == 0 ? " ✗ catches nothing" : ""),
                                Number(c.Impostors),
                                Number(c.Concurrency),
                                Number(c.Stryker),
                                Number(c.AloneCount),
                            ]
                ),
            ]
        );

    /// <summary>Which mistake is caught by which claims, by their numbers in the table before.</summary>
    public static StrengthTable Programs(KataStrength kata) =>
        new(
            "Which claim catches which mistake",
            ["mistake", "", .. kata.Claims.Select((_, index) => Number(index + 1))],
            [
                .. kata.Programs.Select(p =>
                    (IReadOnlyList<string>)
                        [p.Id, NameOf(p.Kind), .. kata.Claims.Select(c => p.Claims.Contains(c.Claim) ? "●" : "")]
                ),
            ]
        );

    /// <summary>What nothing catches.</summary>
    public static StrengthTable Survivors(KataStrength kata) =>
        new(
            "What nothing catches",
            ["mistake", "line", "instead of", "stands"],
            [
                .. kata.Survivors.Select(o =>
                    (IReadOnlyList<string>)
                        [
                            o.Id
                                + (o.Status == OutcomeStatus.RuntimeError ? $" (could not be graded: {o.Reason})" : ""),
                            o.Change is { } c ? $"{c.File}:{Number(c.StartLine)}" : "",
                            OneLine(o.Change?.Original),
                            OneLine(o.Change?.Replacement),
                        ]
                ),
            ]
        );

    /// <summary>How each configuration of the solution was explored.</summary>
    public static StrengthTable Explorations(KataStrength kata) =>
        new(
            "What is proved of the solution",
            ["configuration", "schedules", "runs of the proof", "verdict"],
            [
                .. kata.Explorations.Select(e =>
                    (IReadOnlyList<string>)[e.Configuration, Number(e.Schedules), Number(e.ProofRuns), e.Verdict]
                ),
            ]
        );

    private static string NameOf(OutcomeKind kind) =>
        kind switch
        {
            OutcomeKind.Impostors => "impostors",
            OutcomeKind.Concurrency => "concurrency mutants",
            _ => "Stryker's mutants",
        };

    private static string Score(KataStrength kata, OutcomeKind kind) =>
        kata.Scores.FirstOrDefault(s => s.Kind == kind) is { } score
            ? $"{Percent(score.Score)} of {Number(score.Killed + score.Timeouts + score.Survived)}"
                + (score.Errors > 0 ? $", {Number(score.Errors)} errors ✗" : "")
            : "not measured";

    private static string Lines(KataStrength kata) =>
        kata is { Lines: { } all, CoveredLines: { } covered } ? $"{Number(covered)} of {Number(all)}" : "not measured";

    private static string RightPrograms(KataStrength kata) =>
        kata.RightPrograms == 0
            ? "not measured"
            : $"{Number(kata.RightPrograms - kata.FalseAlarms)} of {Number(kata.RightPrograms)} pass"
                + (kata.FalseAlarms > 0 ? " ✗" : "");

    private static string Proved(KataStrength kata) =>
        kata.Explorations.Count == 0
            ? "not measured"
            : $"{Number(kata.Explorations.Count(e => e.Proved))} of {Number(kata.Explorations.Count(e => e.ProofRuns > 0))}";

    // Never rounded up: 99.96 is not 100.
    private static string Percent(double? percent) =>
        percent is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value * 10) / 10:0.0} %")
            : "–";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string OneLine(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
