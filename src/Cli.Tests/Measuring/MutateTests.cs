using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Measuring;

public sealed class MutateTests
{
    // The fake graders believe the first such comment. Without the Join that is the second one.
    private const string Solution = """
        class Spa
        {
            void Open()
            {
                guest.Start();
                guest.Join(
                    // fake: passes
                );
                // fake: fails Never_more_guests_than_rooms
            }
        }
        """;

    private static readonly string[] s_mutate = ["mutate", TestCourse.Rooms, "--only", "concurrency"];

    [Fact]
    public async Task A_survivor_is_shown_with_its_line_its_change_and_what_to_do()
    {
        using var course = Course();
        var spoken = await course.RunAsync(s_mutate);
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        await Approved.MatchAsync(spoken.Output);
    }

    [Fact]
    public async Task What_became_of_each_mistake_is_left_for_the_page_and_for_viewers()
    {
        using var course = Course();
        await course.RunAsync(s_mutate);

        var mutants = Read<KataOutcomes>(course, "concurrency.json");
        Assert.Equal(
            [
                ("Spa.cs/Open/join-dropped/1", OutcomeStatus.Killed),
                ("Spa.cs/Open/join-at-once/1", OutcomeStatus.Survived),
            ],
            mutants.Outcomes.Select(o => (o.Id, o.Status))
        );
        var impostors = Read<KataOutcomes>(course, "impostors.json");
        Assert.Equal(100, impostors.Score);
        Assert.NotEmpty(impostors.Outcomes);
        var report = Read<MutationReport>(course, "concurrency-mutation-report.json");
        Assert.Equal(2, Assert.Single(report.Files).Value.Mutants.Count);
        Assert.False(Directory.Exists(course.PathOf($"artifacts/strength/{TestCourse.Rooms}/mutants")));
    }

    [Fact]
    public async Task A_survivor_that_the_notes_explain_is_none()
    {
        using var course = Course();
        course.Write(
            $"solutions/{TestCourse.Rooms}/NOTES.md",
            $"## {Equivalents.Heading}\n\n- `Spa.cs/Open/join-at-once/1`: there is one guest.\n"
        );
        Assert.Equal(ExitCodes.Passed, (await course.RunAsync(s_mutate)).Code);
        var outcome = Read<KataOutcomes>(course, "concurrency.json").Outcomes[1];
        Assert.Equal((OutcomeStatus.Ignored, "there is one guest."), (outcome.Status, outcome.Reason));
    }

    [Fact]
    public async Task Where_the_solution_itself_is_caught_there_is_an_error_and_no_score()
    {
        using var course = Course();
        course.Solution(TestCourse.Rooms, "deadlock");
        var spoken = await course.RunAsync(s_mutate);
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains("the solution itself is 'failed'", spoken.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(course.PathOf($"artifacts/strength/{TestCourse.Rooms}/concurrency.json")));
    }

    [Fact]
    public async Task Where_no_impostor_is_caught_there_is_an_error_and_no_score()
    {
        using var course = Course();
        foreach (var impostor in Directory.EnumerateDirectories(course.PathOf($"graders/{TestCourse.Rooms}/impostors")))
        {
            course.Impostor(Path.GetFileName(impostor), "// fake: passes");
        }
        var spoken = await course.RunAsync(s_mutate);
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains("no impostor is caught", spoken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutant_that_cannot_be_graded_is_an_error_and_no_kill()
    {
        using var course = Course();
        course.Write(
            $"solutions/{TestCourse.Rooms}/Spa.cs",
            Solution.Replace("fails Never_more_guests_than_rooms", "cannot be graded", StringComparison.Ordinal)
        );
        var spoken = await course.RunAsync(s_mutate);
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Equal(OutcomeStatus.RuntimeError, Read<KataOutcomes>(course, "concurrency.json").Outcomes[0].Status);
    }

    [Theory]
    [InlineData("mutate")]
    [InlineData("coverage")]
    public async Task Without_solutions_there_is_nothing_to_measure_with(string verb)
    {
        using var course = new TestCourse();
        Directory.Delete(course.PathOf("solutions"), recursive: true);
        var spoken = await course.RunAsync(verb);
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains("There is no folder 'solutions'", spoken.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void All_shards_together_are_all_the_work_and_nothing_is_done_twice(int of)
    {
        int[] work = [.. Enumerable.Range(0, 5)];
        var shards = Enumerable.Range(1, of).SelectMany(number => new Shard(number, of).Take(work));
        Assert.Equal(work, shards.Order());
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("2")]
    [InlineData("1/0")]
    [InlineData("a/b")]
    public async Task Anything_else_is_no_shard(string text)
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("mutate", "--shard", text);
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains($"'{text}' is no shard", spoken.Errors, StringComparison.Ordinal);
    }

    private static TestCourse Course()
    {
        var course = new TestCourse();
        course.Write($"solutions/{TestCourse.Rooms}/Spa.cs", Solution);
        return course;
    }

    private static T Read<T>(TestCourse course, string file) =>
        ReportJson.Read<T>(course.PathOf($"artifacts/strength/{TestCourse.Rooms}/{file}"));
}
