using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class NextTests
{
    [Fact]
    public async Task The_next_kata_is_introduced_with_the_beginning_of_its_story_and_the_file_to_edit()
    {
        using var course = new TestCourse { Width = 80 };
        course.Write(
            $"katas/{TestCourse.Rooms}/README.md",
            "# Rooms\n\n## Story\n\nA small spa has `four rooms`. It is\na *rainy* Sunday.\n\nNot shown.\n"
        );
        await Approved.MatchAsync((await course.RunAsync("next")).Output);
    }

    [Fact]
    public async Task What_is_passed_is_done_until_it_is_edited()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        await course.RunAsync("test", TestCourse.Rooms);
        Assert.StartsWith(TestCourse.Locks, (await course.RunAsync("next")).Output, StringComparison.Ordinal);
        course.Student(TestCourse.Rooms, "deadlock");
        var next = (await course.RunAsync("next")).Output;
        Assert.StartsWith(TestCourse.Rooms, next, StringComparison.Ordinal);
        Assert.Contains("edited since test", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kata_whose_solution_was_shown_waits_for_the_others()
    {
        using var course = new TestCourse();
        await course.RunAsync("solution", TestCourse.Rooms, "--give-up");
        Assert.StartsWith(TestCourse.Locks, (await course.RunAsync("next")).Output, StringComparison.Ordinal);
        course.Student(TestCourse.Locks, "passes");
        await course.RunAsync("test", TestCourse.Locks);
        Assert.StartsWith(TestCourse.Rooms, (await course.RunAsync("next")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_kata_there_is_none()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        course.Student(TestCourse.Locks, "passes");
        await course.RunAsync("test");
        Assert.Equal("Every kata is passed: 2 katas, 20 points.\n", (await course.RunAsync("next")).Output);
        Assert.Equal(ExitCodes.BadInput, (await course.RunAsync("hint")).Code);
    }
}
