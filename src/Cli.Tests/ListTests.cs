using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class ListTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public async Task The_map_fits_every_window(int width)
    {
        using var course = new TestCourse { Width = width };
        course.Student(TestCourse.Rooms, "passes");
        course.Student(TestCourse.Locks, "deadlock");
        await course.RunAsync("test");
        await course.RunAsync("solution", TestCourse.Locks, "--give-up");
        var shown = (await course.RunAsync("list")).Output;
        Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length} columns: {line}"));
        await Approved.MatchAsync(shown, $"{width}");
    }

    [Fact]
    public async Task The_list_is_in_the_order_in_which_to_do_them()
    {
        using var course = new TestCourse();
        await Approved.MatchAsync((await course.RunAsync("list")).ToString());
    }

    [Fact]
    public async Task The_markdown_table_is_that_of_the_readme()
    {
        using var course = new TestCourse();
        await Approved.MatchAsync((await course.RunAsync("list", "--markdown")).Output);
    }

    [Fact]
    public async Task The_course_map_says_in_order_what_is_taught_and_where_the_idea_sits()
    {
        using var course = new TestCourse();
        await Approved.MatchAsync((await course.RunAsync("list", "--course-map")).Output);
    }
}
