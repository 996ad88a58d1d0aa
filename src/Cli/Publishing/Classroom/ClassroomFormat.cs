using System.Text;
using System.Text.Encodings.Web;
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
    // 128 KiB of base64 are 96 KiB of JSON; a little is left for the variable's name.
    private const int MostBytes = 95 * 1024;
    private const int LongestMessage = 240;
    private const int LongestLine = 2000;

    // Letters as they are: it goes out as base64, where nothing in it means anything.
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Name => "classroom";

    public string FileName => "classroom.json";

    // What says most and fits. What matters is that the scores add up, and they do in each.
    public string Write(Report report, PublishingOptions options)
    {
        Func<IEnumerable<ClassroomTest>>[] ways =
        [
            () => ByClaim(report, options),
            () => ByClaim(report, options).Select(t => t with { TestCode = "" }),
            () => report.Katas.Select(Of),
        ];
        var written = ways.Select(way => Write(report, [.. way()]));
        return written.FirstOrDefault(json => Encoding.UTF8.GetByteCount(json) <= MostBytes)
            ?? Write(report, [.. report.Katas.Select(k => Of(k) with { Message = "" })]);
    }

    private static string Write(Report report, IReadOnlyList<ClassroomTest> tests) =>
        JsonSerializer.Serialize(
            new ClassroomResult
            {
                Status =
                    report.Katas.Any(CouldNotGrade) ? "error"
                    : report.Katas.All(k => k.Status == KataStatus.Passed) ? "pass"
                    : "fail",
                MaxScore = report.MaxPoints,
                Tests = tests,
            },
            s_options
        );

    private static IEnumerable<ClassroomTest> ByClaim(Report report, PublishingOptions options) =>
        report.Katas.SelectMany(k => k.Claims.Count == 0 ? [Of(k)] : k.Claims.Select(c => Of(k, c, options)));

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
            TestCode = claim.Evidence?.Token is { } token ? Whole(options.Replay(token)) : "",
            FileName = claim.Evidence?.File is { } file ? Quiet(options.PathOf(kata, file)) : "",
            Line = claim.Evidence?.Line ?? 0,
        };

    private static bool CouldNotGrade(KataReport kata) => kata.Status == KataStatus.CouldNotGrade;

    // One line that begins with a word and holds no command of the runner's older kind.
    private static string Quiet(string text) => Untrusted.Cut(Harmless(text), LongestMessage);

    // A line to be pasted somewhere: one that would have to be changed would not do what it says.
    private static string Whole(string line) => line.Length <= LongestLine && line == Harmless(line) ? line : "";

    private static string Harmless(string text) =>
        Untrusted.Line(text).TrimStart(':', ' ').Replace("##[", "# #[", StringComparison.Ordinal);
}
