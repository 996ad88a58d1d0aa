using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>Writes <c>report.json</c>, the report in every format that has a file, and one text file per failing run.</summary>
internal static class ReportFiles
{
    /// <summary>The neutral report, which all the others are made from.</summary>
    public const string Neutral = "report.json";

    /// <summary>Writes into a folder, which is made if need be.</summary>
    public static void Write(string folder, Report report, PublishingOptions options)
    {
        if (File.Exists(folder))
        {
            throw new UserError($"--output '{folder}' is a file. Name a folder.");
        }
        Directory.CreateDirectory(folder);
        foreach (var kata in report.Katas)
        {
            // What failed when the folder was written before may hold now.
            foreach (var old in Directory.EnumerateFiles(folder, $"{Name(kata.Kata)}.*.txt"))
            {
                File.Delete(old);
            }
        }
        foreach (var kata in report.Katas)
        {
            foreach (var claim in kata.Claims)
            {
                if (claim.Evidence is { Trace: not null } evidence)
                {
                    var name = $"{Name(kata.Kata)}.{Name(claim.Test)}.txt";
                    File.WriteAllText(Path.Combine(folder, name), $"{claim.Claim}\n\n{Story.Of(evidence, options)}\n");
                }
            }
        }
        // Last: whoever sees the neutral report sees all the others too.
        foreach (var format in Formats.All)
        {
            if (format.FileName is { } name)
            {
                File.WriteAllText(Path.Combine(folder, name), format.Write(report, options) + "\n");
            }
        }
        ReportJson.Write(Path.Combine(folder, Neutral), report);
    }

    // A report may come from anywhere; no name in it leads out of the folder.
    private static string Name(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '-'));
}
