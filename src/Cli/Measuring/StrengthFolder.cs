using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Where the commands that measure the graders leave what the page is made from: <c>artifacts/strength</c>.</summary>
internal sealed record StrengthFolder(string Root)
{
    /// <summary>The one of a repository.</summary>
    public static StrengthFolder Of(Repository repository) => new(Path.Combine(repository.Artifacts, "strength"));

    /// <summary>What the tools printed.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Reports of coverage for people.</summary>
    public string Coverage => Path.Combine(Root, "coverage");

    /// <summary>What was covered.</summary>
    public string CoverageSummary => Path.Combine(Root, "coverage.json");

    /// <summary>How long each step took the last time.</summary>
    public string Times => Path.Combine(Root, "times.json");

    /// <summary>The page.</summary>
    public string Page(string extension) => Path.Combine(Root, $"strength.{extension}");

    /// <summary>A kata's own folder.</summary>
    public string Kata(string kata) => Path.Combine(Root, kata);

    /// <summary>What became of a kata's wrong programs.</summary>
    public string Outcomes(string kata, OutcomeKind kind) =>
        Path.Combine(Kata(kata), $"{kind.ToString().ToLowerInvariant()}.json");

    /// <summary>How soon chance finds a kata's wrong programs.</summary>
    public string Detection(string kata) => Path.Combine(Kata(kata), "detection.json");

    /// <summary>The report on a kata's mutants in the common schema.</summary>
    public string MutationReport(string kata, OutcomeKind kind, string extension) =>
        Path.Combine(Kata(kata), $"{kind.ToString().ToLowerInvariant()}-mutation-report.{extension}");
}
