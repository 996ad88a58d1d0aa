using System.Text;
using System.Text.Json;
using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Cli.Publishing.Classroom;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Publishing;

public sealed class ClassroomTests
{
    // Linux refuses a longer string in an environment, and the reporter gets the result through one.
    private const int LongestVariable = 128 * 1024 - 64;

    [Fact]
    public async Task The_result_is_one_runner_with_a_test_for_each_claim()
    {
        await Approved.MatchAsync(Written(SampleReports.Typical));
    }

    [Fact]
    public void The_scores_add_up_to_the_points_as_the_reporter_adds_them()
    {
        var report = SampleReports.Typical;
        var result = Parsed(Written(report));
        Assert.Equal(
            report.Points,
            result.GetProperty("tests").EnumerateArray().Sum(t => t.GetProperty("score").GetInt32())
        );
        Assert.Equal(report.MaxPoints, result.GetProperty("max_score").GetInt32());
    }

    [Theory]
    [InlineData(KataStatus.Passed, "pass")]
    [InlineData(KataStatus.Failed, "fail")]
    [InlineData(KataStatus.NotStarted, "fail")]
    [InlineData(KataStatus.DoesNotCompile, "fail")]
    [InlineData(KataStatus.CouldNotGrade, "error")]
    public void Only_our_own_failure_is_an_error(KataStatus status, string expected)
    {
        var report = new Report { Katas = [SampleReports.Large(1, 1) with { Status = status, Claims = [] }] };
        Assert.Equal(expected, Parsed(Written(report)).GetProperty("status").GetString());
    }

    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public void Nothing_that_the_reporter_prints_is_a_command(string attack)
    {
        var result = Parsed(Written(SampleReports.Hostile(attack)));
        Assert.All(
            result.GetProperty("tests").EnumerateArray(),
            test =>
            {
                // The reporter prints these, each at the beginning of a line at worst.
                foreach (var member in (string[])["name", "message", "test_code"])
                {
                    Assert.Empty(RunnerCommand.In(test.GetProperty(member).GetString()!));
                    Assert.DoesNotContain('\n', test.GetProperty(member).GetString()!);
                }
            }
        );
    }

    [Theory]
    [InlineData(20, 5, "y", 20)]
    [InlineData(60, 40, "y", 20)]
    // Two, three and four bytes a letter, and letters that JSON can write in six.
    [InlineData(20, 6, "é", 20)]
    [InlineData(20, 6, "“字”", 20)]
    [InlineData(20, 6, "𝔸", 20)]
    [InlineData(20, 6, "\"\\", 20)]
    [InlineData(100, 1, "字", 20)]
    [InlineData(20, 6, "y", 1_900)]
    [InlineData(20, 6, "y", 100_000)]
    public void The_result_fits_into_an_environment_variable(int katas, int claims, string letter, int token)
    {
        var failing = SampleReports.Large(1, 60_000).Claims[0];
        failing = failing with
        {
            Evidence = failing.Evidence! with
            {
                Sentence = string.Concat(Enumerable.Repeat(letter, 300)),
                Token = $"SemaphoreRooms.2x1.{new string('A', token)}",
            },
        };
        var passing = SampleReports.Claim("It_holds", ClaimStatus.Passed, 3);
        var report = new Report
        {
            Katas =
            [
                .. Enumerable
                    .Range(1, katas)
                    .Select(i =>
                        SampleReports.Large(i, 1) with
                        {
                            Claims = [passing, .. Enumerable.Repeat(failing, claims)],
                        }
                    ),
            ],
        };
        var written = Written(report);
        Assert.InRange(Convert.ToBase64String(Encoding.UTF8.GetBytes(written)).Length, 1, LongestVariable);
        Assert.Equal(
            katas * 3,
            Parsed(written).GetProperty("tests").EnumerateArray().Sum(t => t.GetProperty("score").GetInt32())
        );
    }

    [Theory]
    [InlineData(20)]
    [InlineData(1_500)]
    [InlineData(5_000)]
    public void A_replay_line_is_whole_or_not_there(int letters)
    {
        var kata = SampleReports.Large(1, 10);
        var token = $"SemaphoreRooms.2x1.{new string('A', letters)}";
        var claim = kata.Claims[0] with { Evidence = kata.Claims[0].Evidence! with { Token = token } };
        var test = Parsed(Written(new Report { Katas = [kata with { Claims = [claim] }] })).GetProperty("tests")[0];
        Assert.Equal(letters < 5_000 ? $"./kata replay {token}" : "", test.GetProperty("test_code").GetString());
    }

    [Fact]
    public void Letters_are_written_as_they_are()
    {
        var kata = SampleReports.Large(1, 10) with { Claims = [], Reason = "Wer zuerst käme, „mahlte“ — \"zuerst\"" };
        Assert.Contains(
            "Wer zuerst käme, „mahlte“ — \\\"zuerst\\\"",
            Written(new Report { Katas = [kata] }),
            StringComparison.Ordinal
        );
    }

    private static string Written(Report report) => new ClassroomFormat().Write(report, new PublishingOptions());

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;
}
