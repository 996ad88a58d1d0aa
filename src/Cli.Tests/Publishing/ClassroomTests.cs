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
    [InlineData(20, 5)]
    [InlineData(60, 40)]
    public void The_result_fits_into_an_environment_variable(int katas, int claims)
    {
        var failing = SampleReports.Large(1, 60_000).Claims[0];
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

    private static string Written(Report report) => new ClassroomFormat().Write(report, new PublishingOptions());

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;
}
