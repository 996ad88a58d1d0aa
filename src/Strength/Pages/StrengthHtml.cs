using System.Net;
using System.Text;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>The page as HTML: one file, without a script, that needs nothing else.</summary>
public static class StrengthHtml
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1rem; color: #1b1f24; }
        table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
        th, td { border: 1px solid #d0d7de; padding: .25rem .6rem; text-align: right; vertical-align: top; }
        th:first-child, td:first-child { text-align: left; }
        th { background: #f6f8fa; }
        td.bad { background: #ffebe9; }
        @media (prefers-color-scheme: dark) {
          body { background: #0d1117; color: #e6edf3; }
          th { background: #161b22; }
          th, td { border-color: #30363d; }
          td.bad { background: #5d1a1a; }
        }
        """;

    /// <summary>Its text.</summary>
    public static string Of(StrengthReport report)
    {
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        text.Append($"<title>{StrengthSections.Title}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        text.Append($"<h1>{StrengthSections.Title}</h1>\n");
        text.Append($"<p>{Safe(StrengthSections.Verdict(report))}</p>\n");
        text.Append(StrengthSections.Headline(report) is { } headline ? $"<p>{Safe(headline)}</p>\n" : "");
        if (report.Missing.Count > 0)
        {
            text.Append($"<ul>{string.Concat(report.Missing.Select(m => $"<li>{Safe(m)}</li>"))}</ul>\n");
        }
        Write(text, StrengthSections.Common(report), 2);
        foreach (KataStrength kata in report.Katas)
        {
            text.Append($"<h2 id=\"{Safe(kata.Kata)}\">{Safe(kata.Kata)}: {Safe(kata.Title)}</h2>\n");
            Write(text, StrengthSections.Of(kata), 3);
        }
        return text.Append("</body>\n</html>\n").ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<StrengthTable> tables, int level)
    {
        foreach (StrengthTable table in tables)
        {
            text.Append($"<h{level}>{Safe(table.Title)}</h{level}>\n<table>\n<thead><tr>");
            text.Append(string.Concat(table.Head.Select(h => $"<th>{Safe(h)}</th>")));
            text.Append("</tr></thead>\n<tbody>\n");
            foreach (IReadOnlyList<string> row in table.Rows)
            {
                text.Append($"<tr>{string.Concat(row.Select(Cell))}</tr>\n");
            }
            text.Append("</tbody>\n</table>\n");
        }
    }

    private static string Cell(string text) =>
        text.Contains('✗', StringComparison.Ordinal)
            ? $"<td class=\"bad\">{Safe(text)}</td>"
            : $"<td>{Safe(text)}</td>";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
