namespace ConcurrencyKatas.Cli.Tests;

public sealed class TestVerbTests
{
    [Fact]
    public async Task Nothing_started_has_an_exit_code_of_its_own()
    {
        using var course = new TestCourse();
        Assert.Equal(ExitCodes.NotStarted, (await course.RunAsync("test")).Code);
    }

    [Fact]
    public async Task Untouched_katas_are_no_matter_when_another_one_passes()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        var spoken = await course.RunAsync("test");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("1 passed, 1 not started.", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kata_asked_for_by_name_must_have_been_started()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        Assert.Equal(ExitCodes.NotStarted, (await course.RunAsync("test", TestCourse.Locks)).Code);
        Assert.Equal(ExitCodes.Passed, (await course.RunAsync("test", TestCourse.Rooms)).Code);
    }

    [Fact]
    public async Task The_list_shows_how_far_the_student_is_and_notices_later_changes()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "fails Never_more_guests_than_rooms");
        course.Student(TestCourse.Locks, "passes");
        Assert.Equal(["not started", "not started"], await StatesAsync(course));
        await course.RunAsync("test");
        Assert.Equal(["started, 4/10", "passed"], await StatesAsync(course));
        course.Student(TestCourse.Locks, "deadlock");
        Assert.Equal(["started, 4/10", "started, changed since the last test"], await StatesAsync(course));
    }

    private static async Task<string[]> StatesAsync(TestCourse course)
    {
        var lines = (await course.RunAsync("list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var column = lines[0].IndexOf("state", StringComparison.Ordinal);
        var next = lines[0].IndexOf("teaches", StringComparison.Ordinal);
        return [.. lines.Skip(1).Select(l => l[column..next].Trim())];
    }
}
