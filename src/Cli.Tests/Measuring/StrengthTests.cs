using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Coverage;
using ConcurrencyKatas.Strength.Detection;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Pages;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Measuring;

public sealed class StrengthTests
{
    [Fact]
    public async Task What_was_not_measured_is_told_with_the_command_that_measures_it()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("strength");
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        await Approved.MatchAsync(spoken.Output);
    }

    [Fact]
    public async Task When_everything_was_measured_and_caught_the_page_passes()
    {
        using var course = Measured();
        var spoken = await course.RunAsync("strength");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        foreach (var extension in (string[])["html", "md", "json", "badge.json"])
        {
            Assert.True(File.Exists(course.PathOf($"artifacts/strength/strength.{extension}")), extension);
        }
        var report = ReportJson.Read<StrengthReport>(course.PathOf("artifacts/strength/strength.json"));
        Assert.Equal([TestCourse.Rooms, TestCourse.Locks], report.Katas.Select(k => k.Kata));
        Assert.Equal((3, 3), (report.Katas[0].CoveredLines, report.Katas[0].Lines));
    }

    [Fact]
    public async Task A_kata_that_is_newer_than_the_coverage_is_not_taken_for_covered()
    {
        using var course = Measured();
        ReportJson.Write(
            course.PathOf("artifacts/strength/coverage.json"),
            new CoverageSummary { Source = [new CoveredFile("src/Scheduling/Arbiter.cs", 1, 1, 10, 9, [])] }
        );
        var spoken = await course.RunAsync("strength");
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Contains("Coverage was not measured, or not of everything", spoken.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("survivor")]
    [InlineData("coverage")]
    [InlineData("luck")]
    public async Task A_weakened_grader_is_seen(string what)
    {
        using var course = Measured();
        switch (what)
        {
            case "claim":
                Keep(course, TestCourse.Rooms, OutcomeKind.Impostors, OutcomeStatus.Killed, "A");
                Keep(course, TestCourse.Rooms, OutcomeKind.Concurrency, OutcomeStatus.Killed, "A");
                Keep(course, TestCourse.Rooms, OutcomeKind.Stryker, OutcomeStatus.Killed, "A");
                break;
            case "survivor":
                Keep(course, TestCourse.Rooms, OutcomeKind.Stryker, OutcomeStatus.Survived);
                break;
            case "luck":
                Detect(course, TestCourse.Rooms, found: 150);
                break;
            default:
                Cover(course, lines: 4);
                break;
        }
        Assert.Equal(ExitCodes.Failed, (await course.RunAsync("strength")).Code);
        await Approved.MatchAsync(
            await File.ReadAllTextAsync(
                course.PathOf("artifacts/strength/strength.md"),
                TestContext.Current.CancellationToken
            ),
            what
        );
    }

    [Fact]
    public async Task The_public_page_has_no_line_of_a_solution()
    {
        using var course = Measured();
        Keep(course, TestCourse.Rooms, OutcomeKind.Stryker, OutcomeStatus.Survived);
        await course.RunAsync("strength", "--public");
        foreach (var file in Directory.EnumerateFiles(course.PathOf("artifacts/strength"), "strength.*"))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("guest.Join", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Spa.cs", text, StringComparison.Ordinal);
        }
    }

    private static TestCourse Measured()
    {
        var course = new TestCourse();
        foreach (var kata in (string[])[TestCourse.Rooms, TestCourse.Locks])
        {
            foreach (var kind in Enum.GetValues<OutcomeKind>())
            {
                Keep(course, kata, kind, OutcomeStatus.Killed, "A", "B");
            }
        }
        Cover(course, lines: 3);
        Detect(course, TestCourse.Rooms, found: 200);
        Detect(course, TestCourse.Locks, found: 200);
        return course;
    }

    private static void Detect(TestCourse course, string kata, int found) =>
        ReportJson.Write(
            course.PathOf($"artifacts/strength/{kata}/detection.json"),
            new KataDetection
            {
                Kata = kata,
                Programs =
                [
                    new DetectedProgram(
                        "no-semaphore",
                        "A",
                        new DetectionReport
                        {
                            Means = DetectionMeans.Schedules,
                            Seeds = 200,
                            Found = found,
                            MedianSchedules = 7,
                            Plain = new PlainRunsReport(500, 0, 0, 60),
                        },
                        IsBlind: false
                    ),
                ],
                Gradings = 20,
            }
        );

    private static void Cover(TestCourse course, int lines) =>
        ReportJson.Write(
            course.PathOf("artifacts/strength/coverage.json"),
            new CoverageSummary
            {
                Solutions =
                [
                    new CoveredFile($"solutions/{TestCourse.Rooms}/Spa.cs", lines, 3, 0, 0, []),
                    new CoveredFile($"solutions/{TestCourse.Locks}/Smithy.cs", 7, 7, 0, 0, []),
                ],
                Source = [new CoveredFile("src/Scheduling/Arbiter.cs", 1, 1, 10, 9, [])],
            }
        );

    private static void Keep(
        TestCourse course,
        string kata,
        OutcomeKind kind,
        OutcomeStatus status,
        params string[] caughtBy
    ) =>
        ReportJson.Write(
            course.PathOf($"artifacts/strength/{kata}/{kind.ToString().ToLowerInvariant()}.json"),
            new KataOutcomes
            {
                Kata = kata,
                Kind = kind,
                Claims = ["A", "B"],
                Outcomes =
                [
                    new Outcome
                    {
                        Id = "Spa.cs/Open/join-dropped/1",
                        Status = status,
                        KilledBy = caughtBy,
                        Change = new OutcomeChange("Spa.cs", "join-dropped", "guest.Join();", ";", 6, 9, 6, 22),
                    },
                ],
                RightPrograms = 2,
            }
        );
}
