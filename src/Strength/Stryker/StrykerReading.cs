using System.Text;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Reports;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Strength.Stryker;

/// <summary>
/// Reads a report of Stryker's on one kata together with what the graders said of each mutant. Where the two disagree, or
/// the graders could not grade, that is an error and no kill.
/// </summary>
/// <param name="kata">The kata's folder name.</param>
/// <param name="graded">The graders' report on the mutant of this id; null when there is none.</param>
/// <param name="equivalents">The mutants that are right.</param>
public sealed class StrykerReading(string kata, Func<string, KataReport?> graded, Equivalents equivalents)
{
    // Of Stryker's words those that our outcomes do not have.
    private const string NoCoverage = "NoCoverage";

    /// <summary>What became of the mutants of the kata's solution, in the order of the text.</summary>
    public IReadOnlyList<Outcome> Read(MutationReport report) =>
        [
            .. report
                .Files.Select(file => (Name: NameOf(file.Key), file.Value))
                .Where(file => file.Name is not null)
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .SelectMany(file => Read(file.Name!, file.Value)),
        ];

    private IEnumerable<Outcome> Read(string file, MutatedFile mutated)
    {
        var text = SourceText.From(mutated.Source);
        var names = MutantNames.Of(file, mutated.Source);
        foreach (
            MutantEntry mutant in mutated
                .Mutants.OrderBy(m => m.Location.Start.Line)
                .ThenBy(m => m.Location.Start.Column)
        )
        {
            var span = new LinePositionSpan(Position(mutant.Location.Start), Position(mutant.Location.End));
            string id = names.Next(text.Lines.GetPosition(span.Start), Slug(mutant.MutatorName));
            if (mutant.Status != nameof(OutcomeStatus.Ignored))
            {
                var change = new OutcomeChange(
                    file,
                    mutant.MutatorName,
                    text.ToString(text.Lines.GetTextSpan(span)),
                    mutant.Replacement ?? "",
                    mutant.Location.Start.Line,
                    mutant.Location.Start.Column,
                    mutant.Location.End.Line,
                    mutant.Location.End.Column
                );
                yield return Judge(id, mutant, change);
            }
        }
    }

    private Outcome Judge(string id, MutantEntry mutant, OutcomeChange change)
    {
        var outcome = new Outcome
        {
            Id = id,
            Status = OutcomeStatus.RuntimeError,
            Change = change,
        };
        switch (mutant.Status)
        {
            case nameof(OutcomeStatus.CompileError):
                return outcome with { Status = OutcomeStatus.CompileError };
            case nameof(OutcomeStatus.Timeout):
                return outcome with { Status = OutcomeStatus.Timeout, Reason = "The graders did not end." };
            case nameof(OutcomeStatus.Killed) or nameof(OutcomeStatus.Survived) or NoCoverage:
                break;
            default:
                return outcome with { Reason = $"Stryker calls it '{mutant.Status}': {mutant.StatusReason}" };
        }
        if (graded(mutant.Id) is not { } report)
        {
            return outcome with
            {
                Reason = $"Stryker calls it '{mutant.Status}', and the graders left no report on it.",
            };
        }
        Outcome ours = OutcomeReading.Of(id, report, change, equivalents);
        bool isCaught = ours.Status is OutcomeStatus.Killed or OutcomeStatus.Timeout;
        bool isCaughtByStryker = mutant.Status == nameof(OutcomeStatus.Killed);
        return ours.Status == OutcomeStatus.RuntimeError || isCaught == isCaughtByStryker
            ? ours
            : outcome with
            {
                Reason = $"Stryker calls it '{mutant.Status}', and for the graders it is '{report.Status}'.",
            };
    }

    // solutions/KATA/Folder/File.cs, in whatever repository.
    private string? NameOf(string path)
    {
        string folder = $"/solutions/{kata}/";
        string slashed = "/" + path.Replace('\\', '/');
        int at = slashed.LastIndexOf(folder, StringComparison.Ordinal);
        return at < 0 ? null : slashed[(at + folder.Length)..];
    }

    private static LinePosition Position(MutantPosition position) => new(position.Line - 1, position.Column - 1);

    // String mutation → string-mutation
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        return slug.ToString().TrimEnd('-');
    }
}
