using System.Globalization;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Strength.Mutants;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>What became of wrong programs, and those that nobody caught one by one.</summary>
internal static class MutationView
{
    private const int Longest = 300;

    public static void Write(Surroundings surroundings, IReadOnlyList<KataOutcomes> all)
    {
        var console = surroundings.Out;
        var table = new Table { Border = surroundings.IsTerminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumns(
            "kata",
            "mistakes",
            "caught",
            "busy loop",
            "survived",
            "right",
            "no program",
            "error",
            "score"
        );
        foreach (var one in all)
        {
            table.AddRow([
                one.Kata.Safe(),
                one.Kind.ToString().ToLowerInvariant(),
                .. Counts(
                    one,
                    OutcomeStatus.Killed,
                    OutcomeStatus.Timeout,
                    OutcomeStatus.Survived,
                    OutcomeStatus.Ignored,
                    OutcomeStatus.CompileError,
                    OutcomeStatus.RuntimeError
                ),
                Score(one).Safe(),
            ]);
        }
        console.Write(table);
        foreach (var one in all)
        {
            foreach (
                var outcome in one.Outcomes.Where(o => o.Status is OutcomeStatus.Survived or OutcomeStatus.RuntimeError)
            )
            {
                Write(console, one.Kata, outcome);
            }
        }
        console.WriteLine();
        var folder = StrengthFolder.Of(surroundings.Repository).Root;
        console.WriteDrawing($"Mutants in their files: {surroundings.Repository.Relative(folder)}/KATA/");
    }

    /// <summary>The score, and in parentheses what it would be if a busy loop were no kill.</summary>
    public static string Score(KataOutcomes outcomes) =>
        outcomes.Score is { } score
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Floor(score):0.0} % ({Floor(outcomes.ScoreWithoutTimeouts!.Value):0.0} %)"
            )
            : "–";

    // 99.96 is not 100.
    private static double Floor(double percent) => Math.Floor(percent * 10) / 10;

    private static IEnumerable<string> Counts(KataOutcomes outcomes, params OutcomeStatus[] statuses) =>
        statuses.Select(s => outcomes.Count(s).ToString(CultureInfo.InvariantCulture));

    private static void Write(IAnsiConsole console, string kata, Outcome outcome)
    {
        var error = outcome.Status == OutcomeStatus.RuntimeError;
        console.WriteLine();
        console.MarkupLine(
            $"[red]✗ {kata.Safe()}: {outcome.Id.Safe()}[/] {(error ? "could not be graded" : "survives")}"
        );
        if (outcome.Change is { } change)
        {
            console.WriteIndented($"solutions/{kata}/{change.File}:{change.StartLine}".Safe(), 2);
            console.WriteDrawing($"- {OneLine(change.Original)}", 2);
            console.WriteDrawing($"+ {OneLine(change.Replacement)}", 2);
        }
        console.WriteIndented(
            (
                error
                    ? outcome.Reason ?? "No reason is known."
                    : "Add a claim that catches it and an impostor that shows why, or, if it is right, record it in NOTES.md "
                        + $"under '## {Equivalents.Heading}': - `{outcome.Id}`: why it is right"
            ).Safe(),
            2
        );
    }

    private static string OneLine(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length > Longest ? words[..Longest] + "…" : words;
    }
}
