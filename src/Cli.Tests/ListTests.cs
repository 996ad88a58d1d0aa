using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class ListTests
{
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
}
