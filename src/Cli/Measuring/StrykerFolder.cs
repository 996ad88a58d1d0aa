using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>The folder of one run of Stryker's.</summary>
internal sealed record StrykerFolder(string Root)
{
    public string Settings => Path.Combine(Root, "stryker-config.json");

    public string JobFile => Path.Combine(Root, "job.json");

    /// <summary>Where the graders leave their reports.</summary>
    public string Results => Path.Combine(Root, "graded");

    /// <summary>Where Stryker leaves its own.</summary>
    public string Output => Path.Combine(Root, "output");

    /// <summary>Stryker's report.</summary>
    public string Report => Path.Combine(Output, "reports", "mutation-report.json");

    /// <summary>Makes it, without anything of an earlier run.</summary>
    public void Clear()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
        Directory.CreateDirectory(Results);
    }

    /// <summary>What the graders said.</summary>
    /// <param name="mutant">Of which mutant, by Stryker's number; null for the solution without any.</param>
    /// <param name="kata">Of which kata.</param>
    /// <returns>Null when they left no report.</returns>
    public KataReport? Graded(string? mutant, string kata)
    {
        var label = mutant is null ? Trust.Label : $"{Trust.Label}@{mutant}";
        var path = Path.Combine(Results, label, $"{kata}.json");
        return File.Exists(path) ? ReportJson.Read<KataReport>(path) : null;
    }
}
