using System.Text.RegularExpressions;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>The verdict that an impostor declares in its first line.</summary>
/// <param name="Test">The test that must fail; null when it must deadlock.</param>
/// <param name="Why">How it is wrong.</param>
internal sealed partial record DeclaredVerdict(string? Test, string Why)
{
    /// <summary>The form of the line, for messages.</summary>
    public const string Form = "'// deadlock: why' or '// fails: TEST_NAME: why'";

    private const string DeadlockTest = "Never_deadlocks";

    /// <summary>The test that is expected to fail.</summary>
    public string ExpectedTest => Test ?? DeadlockTest;

    /// <summary>Reads a first line; null when it declares nothing.</summary>
    public static DeclaredVerdict? Parse(string line)
    {
        var match = Pattern().Match(line.Trim());
        if (!match.Success)
        {
            return null;
        }
        var test = match.Groups["test"];
        return new DeclaredVerdict(test.Success ? test.Value : null, match.Groups["why"].Value);
    }

    /// <summary>The declaration of an impostor: the first line of the first of its files.</summary>
    public static DeclaredVerdict? Of(string folder, IReadOnlyList<string> edit) =>
        FileOf(folder, edit) is { } file ? Parse(File.ReadLines(file).FirstOrDefault("")) : null;

    /// <summary>The file whose first line counts.</summary>
    public static string? FileOf(string folder, IReadOnlyList<string> edit) =>
        edit.Select(f => Path.Combine(folder, f)).FirstOrDefault(File.Exists);

    /// <summary>Whether a failed claim is what was declared.</summary>
    public bool Covers(ClaimReport claim) =>
        claim.Status == ClaimStatus.Failed && (Test is null ? IsDeadlock(claim) : claim.Test == Test);

    /// <inheritdoc/>
    public override string ToString() => Test is null ? "deadlock" : $"fails: {Test}";

    private static bool IsDeadlock(ClaimReport claim) =>
        claim.Test == DeadlockTest
        || (
            claim.Evidence is { Pattern: { } pattern, WaitForGraph: not null }
            && (
                pattern.Contains("deadlock", StringComparison.OrdinalIgnoreCase)
                || pattern.Contains("inversion", StringComparison.OrdinalIgnoreCase)
            )
        );

    [GeneratedRegex(@"^//\s*(deadlock|fails:\s*(?<test>\w+))\s*:\s*(?<why>\S.*)$")]
    private static partial Regex Pattern();
}
