using System.Globalization;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Picks the lines of a submission that a failing run speaks of, so that a report can show them by itself.</summary>
internal static class CodeLines
{
    private const int LongestLine = 200;
    private const int MostLines = 200;

    /// <summary>The lines that steps and waits name and their neighbours, in the order of the files; none of given code.</summary>
    public static IReadOnlyList<CodeLine> Of(Evidence evidence, IReadOnlyList<SourceFile> files)
    {
        var named = evidence
            .Steps.Select(s => s.Source)
            .Concat(evidence.Waits.Select(w => w.Source))
            .Append($"{evidence.File}:{evidence.Line}")
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return [.. files.SelectMany(f => Of(f, named)).Take(MostLines)];
    }

    private static IEnumerable<CodeLine> Of(SourceFile file, HashSet<string> named)
    {
        string[] lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        for (int line = 1; line <= lines.Length; line++)
        {
            if (IsNamed(line) || IsNamed(line - 1) || IsNamed(line + 1))
            {
                string text = lines[line - 1].TrimEnd();
                yield return new CodeLine(
                    file.Name,
                    line,
                    text.Length > LongestLine ? text[..LongestLine] + "…" : text
                );
            }
        }

        bool IsNamed(int line) => named.Contains($"{file.Name}:{line.ToString(CultureInfo.InvariantCulture)}");
    }
}
