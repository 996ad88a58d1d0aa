using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class ApprovedTests
{
    [Fact]
    public async Task A_text_that_differs_is_refused_and_kept_beside_the_approved_one()
    {
        using var course = new TestCourse();
        var source = course.PathOf("SomeTests.cs");
        course.Write("SomeTests.A_test.verified.txt", "one\ntwo\n");
        var refused = await Assert.ThrowsAsync<NotApprovedException>(() =>
            Approved.MatchAsync("one\nthree", source: source, test: "A_test")
        );
        Assert.Contains("line 2: approved 'two', received 'three'", refused.Message, StringComparison.Ordinal);
        Assert.Equal("one\nthree", File.ReadAllText(course.PathOf("SomeTests.A_test.received.txt")));

        await Approved.MatchAsync("one  \r\ntwo\r\n", source: source, test: "A_test");
        Assert.False(File.Exists(course.PathOf("SomeTests.A_test.received.txt")));
    }

    [Fact]
    public async Task A_text_that_nobody_approved_is_refused()
    {
        using var course = new TestCourse();
        await Assert.ThrowsAsync<NotApprovedException>(() =>
            Approved.MatchAsync("one", "variant", course.PathOf("SomeTests.cs"), "A_test")
        );
        Assert.True(File.Exists(course.PathOf("SomeTests.A_test.variant.received.txt")));
    }
}
