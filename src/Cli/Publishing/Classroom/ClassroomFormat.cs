using System.Text.Json;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Classroom;

/// <summary>
/// GitHub Classroom's result: one runner with a test for each claim. The reporter gets it as base64 in one environment
/// variable, which Linux refuses above 128 KiB, and it prints what it reads to a log in which commands are obeyed.
/// </summary>
internal sealed class ClassroomFormat : IReportFormat
{
    // With a few hundred tests still far from 96 KiB of JSON, which are 128 KiB of base64.
    private const int LongestMessage = 240;
    private const int MostTests = 150;

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n" };

    public string Name => "classroom";

    public string FileName => "classroom.json";

    public string Write(Report report, PublishingOptions options) =>
        JsonSerializer.Serialize(
            new ClassroomResult
            {
                Status =
                    report.Katas.Any(CouldNotGrade) ? "error"
                    : report.Katas.All(k => k.Status == KataStatus.Passed) ? "pass"
                    : "fail",
                MaxScore = report.MaxPoints,
                Tests = Tests(report, options),
            },
            s_options
        );

    // More claims than fit become a test for each kata: what matters is that the scores add up.
    private static IReadOnlyList<ClassroomTest> Tests(Report report, PublishingOptions options) =>
        report.Katas.Sum(k => Math.Max(1, k.Claims.Count)) <= MostTests
            ? [.. report.Katas.SelectMany(k => k.Claims.Count == 0 ? [Of(k)] : k.Claims.Select(c => Of(k, c, options)))]
            : [.. report.Katas.Select(Of)];

    private static ClassroomTest Of(KataReport kata) =>
        new()
        {
            Name = Quiet(kata.Kata),
            Status =
                CouldNotGrade(kata) ? "error"
                : kata.Status == KataStatus.Passed ? "pass"
                : "fail",
            Score = kata.Points,
            Message = Quiet(kata.Reason ?? Words.Of(kata.Status)),
            TestCode = "",
            FileName = "",
            Line = 0,
        };

    private static ClassroomTest Of(KataReport kata, ClaimReport claim, PublishingOptions options) =>
        new()
        {
            Name = Quiet($"{kata.Kata}: {claim.Claim}"),
            Status = claim.Status switch
            {
                ClaimStatus.Passed => "pass",
                ClaimStatus.CouldNotGrade => "error",
                ClaimStatus.Skipped when CouldNotGrade(kata) => "error",
                _ => "fail",
            },
            Score = claim.Points,
            Message = Quiet(claim.Evidence?.Sentence ?? claim.Reason ?? claim.Verdict ?? ""),
            TestCode = claim.Evidence?.Token is { } token ? Quiet(options.Replay(token)) : "",
            FileName = claim.Evidence?.File is { } file ? Quiet(options.PathOf(kata, file)) : "",
            Line = claim.Evidence?.Line ?? 0,
        };

    private static bool CouldNotGrade(KataReport kata) => kata.Status == KataStatus.CouldNotGrade;

    // One line that begins with a word and holds no command of the runner's older kind.
    private static string Quiet(string text)
    {
        text = Untrusted.Line(text).TrimStart(':', ' ').Replace("##[", "# #[", StringComparison.Ordinal);
        return Untrusted.Cut(text, LongestMessage);
    }
}
