using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("unknown-verb", "grad", "solutions")]
    [InlineData("missing-argument", "grade")]
    [InlineData("unknown-option", "list", "--fancy")]
    [InlineData("unknown-kata", "test", "SemaforRooms")]
    [InlineData("kata-unlike-any", "test", "Zzz")]
    [InlineData("no-such-folder", "grade", "soluttions")]
    [InlineData("a-file-as-folder", "grade", "katas/SemaphoreRooms/kata.json")]
    [InlineData("a-folder-without-katas", "grade", "katas/SemaphoreRooms/Given")]
    [InlineData("wrong-kata-for-folder", "grade", "solutions", "--kata", "Semaphore")]
    [InlineData("not-a-token", "replay", "what?")]
    [InlineData("wrong-type", "run", "SemaphoreRooms", "many")]
    [InlineData("unknown-parameter", "run", "SemaphoreRooms", "guest=3")]
    [InlineData("too-many-arguments", "run", "SemaphoreRooms", "1", "2", "true", "4")]
    [InlineData("given-twice", "run", "SemaphoreRooms", "1", "guests=2")]
    [InlineData("new-kata-with-a-bad-name", "new", "dining philosophers")]
    [InlineData("new-kata-that-exists", "new", "SemaphoreRooms")]
    [InlineData("new-impostor-with-a-bad-name", "new", "impostor", "SemaphoreRooms", "OffByOne")]
    [InlineData("new-impostor-that-exists", "new", "impostor", "SemaphoreRooms", "off-by-one")]
    [InlineData("hint-level-too-high", "hint", "SemaphoreRooms", "--level", "4")]
    [InlineData("one-hint-and-all", "hint", "SemaphoreRooms", "--level", "1", "--all")]
    [InlineData("watch-of-an-unknown-kata", "watch", "SemaphorRooms")]
    [InlineData("debug-without-anybody", "run", "SemaphoreRooms", "--debug")]
    [InlineData("wait-without-debug", "run", "SemaphoreRooms", "--wait", "5")]
    [InlineData("no-such-python", "bench", "multiprocessing", "--python", "no-such-python")]
    [InlineData("no-rounds", "bench", "multiprocessing", "--rounds", "0")]
    [InlineData("wait-of-weeks", "run", "SemaphoreRooms", "--debug", "--wait", "5000000")]
    public async Task Bad_input_is_refused_with_a_message_that_names_it(string variant, params string[] arguments)
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync(arguments);
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.DoesNotContain("   at ", spoken.Errors, StringComparison.Ordinal);
        await Approved.MatchAsync(spoken.Errors, variant);
    }

    // Otherwise the solutions of the course would be worth full marks.
    [Theory]
    [InlineData("handed-in/katas", "is a link")]
    [InlineData("handed-in/katas/", "is a link")]
    [InlineData("handed-in/../handed-in/katas/.", "is a link")]
    [InlineData("handed-in/SemaphoreRooms", "is a link")]
    [InlineData("handed-in/course/solutions", "lies behind the link 'course'")]
    [InlineData("handed-in/course/solutions/SemaphoreRooms", "lies behind the link 'course'")]
    public async Task A_link_is_no_submission_wherever_in_the_path_it_is(string path, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators make links.");
        using var course = new TestCourse();
        Directory.CreateDirectory(course.PathOf("handed-in"));
        Directory.CreateSymbolicLink(course.PathOf("handed-in/katas"), "../solutions");
        Directory.CreateSymbolicLink(course.PathOf("handed-in/SemaphoreRooms"), "../solutions/SemaphoreRooms");
        Directory.CreateSymbolicLink(course.PathOf("handed-in/course"), course.Root);
        foreach (var typed in (string[])[path, course.PathOf(path)])
        {
            var spoken = await course.RunAsync("grade", typed);
            Assert.Equal(ExitCodes.BadInput, spoken.Code);
            Assert.Contains(reason, spoken.Errors, StringComparison.Ordinal);
            Assert.Contains("Hand in the folder itself.", spoken.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kata_json_that_cannot_be_read_keeps_no_other_kata_from_being_listed()
    {
        using var course = new TestCourse();
        course.Write("katas/SemaphoreRooms/kata.json", "{ \"title\": 3 }");
        var spoken = await course.RunAsync("list");
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains("DeadlockRLock", spoken.Output, StringComparison.Ordinal);
        Assert.Contains(
            "katas/SemaphoreRooms/kata.json: the field \"title\" must be a text",
            spoken.Errors,
            StringComparison.Ordinal
        );
    }
}
