using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class HintTests
{
    [Fact]
    public async Task Each_call_shows_the_next_hint_and_the_last_one_stays()
    {
        using var course = new TestCourse();
        List<string> shown = [];
        for (var call = 1; call <= 4; call++)
        {
            shown.Add((await course.RunAsync("hint", TestCourse.Rooms)).Output);
        }
        await Approved.MatchAsync(string.Join("===\n", shown));
    }

    [Fact]
    public async Task A_level_can_be_asked_for_and_counts_as_shown()
    {
        using var course = new TestCourse();
        var second = (await course.RunAsync("hint", TestCourse.Rooms, "--level", "2")).Output;
        Assert.Contains("hint 2 of 3", second, StringComparison.Ordinal);
        Assert.Contains("1 more hint", second, StringComparison.Ordinal);
        Assert.Contains(
            "hint 3 of 3",
            (await course.RunAsync("hint", TestCourse.Rooms)).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task All_hints_can_be_asked_for()
    {
        using var course = new TestCourse();
        var all = (await course.RunAsync("hint", TestCourse.Rooms, "--all")).Output;
        Assert.All(
            ["hint 1 of 3", "hint 2 of 3", "hint 3 of 3"],
            h => Assert.Contains(h, all, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_name_the_hint_is_for_the_kata_that_was_tested_last_and_else_for_the_next()
    {
        using var course = new TestCourse();
        Assert.StartsWith(TestCourse.Rooms, (await course.RunAsync("hint")).Output, StringComparison.Ordinal);
        course.Student(TestCourse.Locks, "deadlock");
        await course.RunAsync("test", TestCourse.Locks);
        Assert.StartsWith(TestCourse.Locks, (await course.RunAsync("hint")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_forgets_no_hint()
    {
        using var course = new TestCourse();
        await course.RunAsync("hint", TestCourse.Rooms);
        course.Student(TestCourse.Rooms, "deadlock");
        await course.RunAsync("test", TestCourse.Rooms);
        Assert.Contains("hint 2 of 3", (await course.RunAsync("hint")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_hints_are_told_with_a_way_out()
    {
        using var course = new TestCourse();
        File.Delete(course.PathOf($"katas/{TestCourse.Rooms}/HINTS.md"));
        var spoken = await course.RunAsync("hint", TestCourse.Rooms);
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Contains("git checkout katas/SemaphoreRooms/HINTS.md", spoken.Errors, StringComparison.Ordinal);
    }
}
