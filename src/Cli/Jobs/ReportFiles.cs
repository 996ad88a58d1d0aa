using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Writes <c>report.json</c> and one text file per failing run.</summary>
internal static class ReportFiles
{
    /// <summary>Writes into a folder, which is made if need be.</summary>
    public static void Write(string folder, GradingResult result)
    {
        if (File.Exists(folder))
        {
            throw new UserError($"--output '{folder}' is a file. Name a folder.");
        }
        Directory.CreateDirectory(folder);
        foreach (var (_, kata) in result.Katas)
        {
            foreach (var claim in kata.Claims)
            {
                if (claim.Evidence is { Trace: not null } evidence)
                {
                    File.WriteAllText(Path.Combine(folder, $"{kata.Kata}.{claim.Test}.txt"), Describe(claim, evidence));
                }
            }
        }
        ReportJson.Write(Path.Combine(folder, "report.json"), result.ToReport());
    }

    private static string Describe(ClaimReport claim, Evidence evidence)
    {
        string?[] parts =
        [
            claim.Claim,
            evidence.Sentence,
            evidence.Trace,
            evidence.WaitForGraph,
            evidence.Token is { } token ? $"./kata replay {token}" : null,
        ];
        return string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.TrimEnd())) + "\n";
    }
}
