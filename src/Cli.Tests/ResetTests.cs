using System.Diagnostics;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class ResetTests
{
    private const string Mine = "// fake: deadlock\n// mine\n";

    [Fact]
    public async Task A_reset_puts_the_stub_back_and_keeps_what_was_written()
    {
        using var course = Committed();
        course.Write("katas/SemaphoreRooms/Spa.cs", Mine);
        await course.RunAsync("test", TestCourse.Rooms);
        var spoken = await course.RunAsync("reset", TestCourse.Rooms, "--yes");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Equal(
            "katas/SemaphoreRooms/Spa.cs is as it was handed out.\nWhat you had written is in artifacts/backups/SemaphoreRooms/1.\n",
            spoken.Output
        );
        Assert.StartsWith("// fake: stub", Text(course), StringComparison.Ordinal);
        Assert.Equal(Mine, File.ReadAllText(course.PathOf("artifacts/backups/SemaphoreRooms/1/Spa.cs")));
        Assert.Contains("○ 1  SemaphoreRooms", (await course.RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_reset_keeps_both_backups()
    {
        using var course = Committed();
        foreach (var text in (string[])["// 1", "// 2"])
        {
            course.Write("katas/SemaphoreRooms/Spa.cs", text);
            await course.RunAsync("reset", TestCourse.Rooms, "--yes");
        }
        Assert.Equal("// 1", File.ReadAllText(course.PathOf("artifacts/backups/SemaphoreRooms/1/Spa.cs")));
        Assert.Equal("// 2", File.ReadAllText(course.PathOf("artifacts/backups/SemaphoreRooms/2/Spa.cs")));
    }

    [Fact]
    public async Task A_student_who_has_committed_work_gets_the_stub_and_not_the_last_commit()
    {
        using var course = Committed();
        course.Write("katas/SemaphoreRooms/Spa.cs", "// half\n");
        Git(course, "commit", "-qam", "Half of it");
        course.Write("katas/SemaphoreRooms/Spa.cs", Mine);
        Git(course, "commit", "-qam", "All of it");
        await course.RunAsync("reset", TestCourse.Rooms, "--yes");
        Assert.StartsWith("// fake: stub", Text(course), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData(" YES ", true)]
    [InlineData("", false)]
    [InlineData("n", false)]
    [InlineData("yikes", false)]
    [InlineData(null, false)]
    public async Task At_a_terminal_it_asks_first(string? answer, bool resets)
    {
        using var course = Committed();
        course.Write("katas/SemaphoreRooms/Spa.cs", Mine);
        course.Keyboard.IsTerminal = true;
        course.Keyboard.Line = answer;
        var spoken = await course.RunAsync("reset", TestCourse.Rooms);
        Assert.Contains("Put katas/SemaphoreRooms/Spa.cs back to the stub?", spoken.Output, StringComparison.Ordinal);
        Assert.Equal(resets ? ExitCodes.Passed : ExitCodes.Failed, spoken.Code);
        Assert.Equal(!resets, Text(course) == Mine);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_it_refuses_without_yes()
    {
        using var course = Committed();
        course.Write("katas/SemaphoreRooms/Spa.cs", Mine);
        var spoken = await course.RunAsync("reset", TestCourse.Rooms);
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains("./kata reset SemaphoreRooms --yes", spoken.Errors, StringComparison.Ordinal);
        Assert.Equal(Mine, Text(course));
    }

    [Fact]
    public async Task A_removed_file_comes_back()
    {
        using var course = Committed();
        File.Delete(course.PathOf("katas/SemaphoreRooms/Spa.cs"));
        var spoken = await course.RunAsync("reset", TestCourse.Rooms, "--yes");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Equal("katas/SemaphoreRooms/Spa.cs is as it was handed out.\n", spoken.Output);
        Assert.StartsWith("// fake: stub", Text(course), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_git_says_of_a_folder_that_it_refuses_is_told()
    {
        using var course = new TestCourse();
        course.Write(".git", "gitdir: nowhere-at-all");
        course.Write("katas/SemaphoreRooms/Spa.cs", Mine);
        var spoken = await course.RunAsync("reset", TestCourse.Rooms, "--yes");
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Contains("fatal: not a git repository", spoken.Errors, StringComparison.Ordinal);
        Assert.Contains("nowhere-at-all", spoken.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("not installed", spoken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_untouched_kata_has_nothing_to_reset()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("reset", TestCourse.Rooms, "--yes");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.False(Directory.Exists(course.PathOf("artifacts/backups")));
    }

    [Fact]
    public async Task Without_the_history_nothing_is_changed_and_a_way_out_is_told()
    {
        using var course = new TestCourse();
        course.Write("katas/SemaphoreRooms/Spa.cs", Mine);
        var spoken = await course.RunAsync("reset", TestCourse.Rooms, "--yes");
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Contains(
            "Download the course once more and copy katas/SemaphoreRooms/Spa.cs",
            spoken.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal(Mine, Text(course));
        Assert.False(Directory.Exists(course.PathOf("artifacts/backups")));
    }

    private static string Text(TestCourse course) => File.ReadAllText(course.PathOf("katas/SemaphoreRooms/Spa.cs"));

    private static TestCourse Committed()
    {
        var course = new TestCourse();
        Git(course, "init", "-q");
        Git(course, "add", "katas");
        Git(course, "commit", "-qm", "Hand out the course");
        return course;
    }

    private static void Git(TestCourse course, params string[] arguments)
    {
        string[] somebody =
        [
            "-c",
            "user.name=student",
            "-c",
            "user.email=student@localhost",
            "-c",
            "commit.gpgsign=false",
        ];
        var start = new ProcessStartInfo("git", ["-C", course.Root, .. somebody, .. arguments]);
        using var git = System.Diagnostics.Process.Start(start)!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
