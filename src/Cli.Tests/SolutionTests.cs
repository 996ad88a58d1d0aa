using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class SolutionTests
{
    [Fact]
    public async Task Who_has_not_passed_is_refused_and_told_how_far_it_is()
    {
        using var course = new TestCourse();
        List<string> refusals = [await RefusalAsync(course)];
        course.Student(TestCourse.Rooms, "fails Never_more_guests_than_rooms");
        await course.RunAsync("test", TestCourse.Rooms);
        refusals.Add(await RefusalAsync(course));
        course.Student(TestCourse.Rooms, "passes");
        refusals.Add(await RefusalAsync(course));
        await Approved.MatchAsync(string.Join("===\n", refusals));
    }

    [Fact]
    public async Task Who_has_passed_sees_the_solution_and_its_notes()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        await course.RunAsync("test", TestCourse.Rooms);
        var spoken = await course.RunAsync("solution", TestCourse.Rooms);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains(
            "solutions/SemaphoreRooms/Spa.cs\n\n  // fake: passes\n",
            spoken.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Because.", spoken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("saw solution", (await course.RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_shows_it_and_is_remembered_also_when_the_kata_passes_later()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("solution", TestCourse.Rooms, "--give-up");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("// fake: passes", spoken.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Passed, (await course.RunAsync("solution", TestCourse.Rooms)).Code);
        Assert.Contains(
            "○ 1  SemaphoreRooms  ★★     saw solution",
            (await course.RunAsync("list")).Output,
            StringComparison.Ordinal
        );
        course.Student(TestCourse.Rooms, "passes");
        await course.RunAsync("test", TestCourse.Rooms);
        Assert.Contains("passed, saw solution", (await course.RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_that_was_handed_out_without_solutions_says_so_and_nobody_has_given_up()
    {
        using var course = new TestCourse();
        Directory.Delete(course.PathOf("solutions"), recursive: true);
        var spoken = await course.RunAsync("solution", TestCourse.Rooms, "--give-up");
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Contains("handed out without solutions", spoken.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("saw solution", (await course.RunAsync("list")).Output, StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(TestCourse course)
    {
        var spoken = await course.RunAsync("solution", TestCourse.Rooms);
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Equal("", spoken.Output);
        return spoken.Errors;
    }
}
