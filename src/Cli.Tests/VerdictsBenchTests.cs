using ConcurrencyKatas.Cli.Benching;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>Whether a verdict that depends on the machine would be seen.</summary>
public sealed class VerdictsBenchTests
{
    [Fact]
    public async Task Half_of_the_gradings_are_made_on_one_processor_and_none_is_left_out()
    {
        using var course = new TestCourse();
        List<(string Program, int Submissions)> jobs = [];
        var (run, changed) = await RunAsync(
            course,
            gradings: 170,
            (where, submission) =>
            {
                jobs.Add((where.Graders.FileName, 1));
                return Report(KataStatus.Passed, null);
            }
        );
        Assert.Empty(changed);
        Assert.Equal(170, jobs.Count);
        Assert.Equal(85, jobs.Count(job => job.Program == "taskset"));
        // The solution and two impostors of one kata, the solution of the other, and so on: all were drawn.
        Assert.Equal(
            Directory.EnumerateFiles(course.Root, "Spa.cs", SearchOption.AllDirectories).Count() - 2,
            run.Graded
        );
    }

    [Fact]
    public async Task A_verdict_that_differs_on_one_processor_is_told_with_both()
    {
        using var course = new TestCourse();
        var (_, changed) = await RunAsync(
            course,
            gradings: 100,
            (where, path) =>
                Report(
                    where.Graders.FileName == "taskset" && path.EndsWith("off-by-one", StringComparison.Ordinal)
                        ? KataStatus.Passed
                        : KataStatus.Failed,
                    null
                )
        );
        Assert.NotEmpty(changed);
        Assert.All(changed.Keys, program => Assert.EndsWith("/off-by-one", program, StringComparison.Ordinal));
        Assert.All(changed.Values, verdicts => Assert.Equal(["Passed", "Failed"], verdicts.OrderDescending()));
    }

    [Fact]
    public async Task What_cannot_be_graded_is_no_verdict()
    {
        using var course = new TestCourse();
        var error = await Assert.ThrowsAsync<UserError>(() =>
            RunAsync(course, gradings: 2, (_, _) => Report(KataStatus.CouldNotGrade, null))
        );
        Assert.Equal(ExitCodes.CouldNotGrade, error.ExitCode);
    }

    [Fact]
    public async Task Another_failing_run_of_the_same_claim_is_another_verdict()
    {
        using var course = new TestCourse();
        var number = 0;
        var (_, changed) = await RunAsync(
            course,
            gradings: 60,
            (_, _) => Report(KataStatus.Failed, $"SemaphoreRooms.small.{number++}")
        );
        Assert.NotEmpty(changed);
    }

    [Theory]
    [InlineData("SemaphoreRooms.small.1")]
    [InlineData(null)]
    public async Task Only_what_a_schedule_shows_to_be_wrong_may_have_luck_for_real(string? token)
    {
        using var course = new TestCourse();
        var number = 0;
        var (run, changed) = await RunAsync(
            course,
            gradings: 60,
            (_, _) =>
            {
                var report = Report(KataStatus.Failed, token);
                return report with
                {
                    Claims = [.. report.Claims, ForReal(number++ % 2 == 0 ? ClaimStatus.Passed : ClaimStatus.Failed)],
                };
            }
        );
        Assert.Equal(token is null, changed.Count > 0);
        Assert.Equal(token is null, run.Lucky.Count == 0);
    }

    private static ClaimReport ForReal(ClaimStatus status) =>
        new()
        {
            Test = "For_real",
            Claim = "For real",
            Status = status,
            Points = 0,
            MaxPoints = 1,
            Evidence = status == ClaimStatus.Failed ? new Evidence { Sentence = "It was full.", Token = null } : null,
        };

    private static async Task<(VerdictsRun Run, IReadOnlyDictionary<string, IReadOnlySet<string>> Changed)> RunAsync(
        TestCourse course,
        int gradings,
        Func<Surroundings, string, KataReport> grade
    )
    {
        var surroundings = course.Quiet();
        var run = new VerdictsRun(
            surroundings,
            (where, request, _) =>
                Task.FromResult(
                    new GradingResult(
                        [
                            .. request.Submissions.Select(submission => new FinishedKata(
                                submission.Label,
                                grade(where, submission.Path) with
                                {
                                    Kata = submission.Kata!,
                                }
                            )),
                        ],
                        Interrupted: false
                    )
                )
        );
        var changed = await run.RunAsync(
            Catalogue.Read(surroundings.Repository).Katas,
            gradings,
            TestContext.Current.CancellationToken
        );
        return (run, changed);
    }

    private static KataReport Report(KataStatus status, string? token) =>
        new()
        {
            Kata = "",
            Title = "",
            Submission = "",
            Status = status,
            Isolation = "none",
            Claims = token is null
                ? []
                :
                [
                    new ClaimReport
                    {
                        Test = "Never_full",
                        Claim = "Never full",
                        Status = ClaimStatus.Failed,
                        Points = 0,
                        MaxPoints = 1,
                        Evidence = new Evidence { Sentence = "It is full.", Token = token },
                    },
                ],
        };
}
