using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class CheckTests
{
    // Everything that kata.json has to say, but where the idea sits.
    private const string Unplaced = """
        {
          "title": "Four rooms", "track": "processes", "difficulty": 2, "teaches": ["one thing"], "outOfScope": [],
          "after": [], "edit": ["Spa.cs"], "entry": "Spa.Open", "signature": "public static void Open(int guests)",
          "allows": [], "run": [8]
        }
        """;

    [Fact]
    public async Task A_course_without_a_fault_is_shown_as_a_table_of_who_was_caught_by_what()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("check");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        await Approved.MatchAsync(spoken.Output);
    }

    // Every rule is seen to fail once, on an otherwise faultless kata.
    [SlowTheory]
    [InlineData("no-solution-folder", "delete", "solutions/SemaphoreRooms")]
    [InlineData("no-grader-folder", "delete", "graders/SemaphoreRooms")]
    [InlineData("no-kata-folder", "delete", "katas/SemaphoreRooms")]
    [InlineData("no-kata-json", "delete", "katas/SemaphoreRooms/kata.json")]
    [InlineData("kata-json-is-not-json", "katas/SemaphoreRooms/kata.json", "{")]
    [InlineData("nowhere-in-python", "katas/SemaphoreRooms/kata.json", Unplaced)]
    [InlineData("no-stub", "delete", "katas/SemaphoreRooms/Spa.cs")]
    [InlineData("no-readme", "delete", "katas/SemaphoreRooms/README.md")]
    [InlineData("readme-lacks-sections", "katas/SemaphoreRooms/README.md", "## Story\n\nOnce.\n\n## Task\n")]
    [InlineData("too-few-hints", "katas/SemaphoreRooms/HINTS.md", "## 1\n\nLook.\n\n## 2\n")]
    [InlineData("no-notes", "delete", "solutions/SemaphoreRooms/NOTES.md")]
    [InlineData("empty-notes", "solutions/SemaphoreRooms/NOTES.md", "# Notes\n\n## Why it is right\n")]
    [InlineData("no-pristine", "delete", "graders/SemaphoreRooms/pristine.json")]
    [InlineData("no-tests", "delete", "graders/SemaphoreRooms/SemaphoreRoomsTests.cs")]
    [InlineData("no-impostors", "delete", "graders/SemaphoreRooms/impostors")]
    [InlineData("stray-file-in-katas", "katas/SemaphoreRooms/notes.txt", "")]
    [InlineData("stray-file-in-given", "katas/SemaphoreRooms/Given/data.bin", "")]
    [InlineData("stray-file-in-solutions", "solutions/SemaphoreRooms/Extra.cs", "")]
    [InlineData("stray-file-in-an-impostor", "graders/SemaphoreRooms/impostors/off-by-one/README.md", "")]
    [InlineData("stray-file-in-graders", "graders/SemaphoreRooms/notes.txt", "")]
    [InlineData("impostor-declares-nothing", "graders/SemaphoreRooms/impostors/off-by-one/Spa.cs", "class Spa;")]
    [InlineData("stub-passes", "katas/SemaphoreRooms/Spa.cs", "// fake: passes")]
    [InlineData("stub-does-not-compile", "katas/SemaphoreRooms/Spa.cs", "// fake: does not compile")]
    [InlineData("stub-cannot-be-graded", "katas/SemaphoreRooms/Spa.cs", "// fake: cannot be graded")]
    [InlineData("stub-was-changed", "katas/SemaphoreRooms/Spa.cs", "// fake: deadlock")]
    [InlineData("solution-fails", "solutions/SemaphoreRooms/Spa.cs", "// fake: deadlock")]
    [InlineData("solution-is-not-proved", "solutions/SemaphoreRooms/Spa.cs", "// fake: unproved")]
    [InlineData("solution-cannot-be-graded", "solutions/SemaphoreRooms/Spa.cs", "// fake: cannot be graded")]
    [InlineData("alternative-fails", "graders/SemaphoreRooms/alternatives/other-way/Spa.cs", "// fake: deadlock")]
    [InlineData(
        "impostor-passes",
        "graders/SemaphoreRooms/impostors/two-locks/Spa.cs",
        "// deadlock: why\n// fake: passes"
    )]
    [InlineData(
        "impostor-is-caught-by-another-test",
        "graders/SemaphoreRooms/impostors/off-by-one/Spa.cs",
        "// fails: Never_more_guests_than_rooms: why\n// fake: deadlock"
    )]
    [InlineData(
        "impostor-deadlocks-not",
        "graders/SemaphoreRooms/impostors/two-locks/Spa.cs",
        "// deadlock: why\n// fake: fails Never_more_guests_than_rooms"
    )]
    [InlineData(
        "impostor-names-no-test",
        "graders/SemaphoreRooms/impostors/off-by-one/Spa.cs",
        "// fails: Never_more_guests_then_rooms: why"
    )]
    [InlineData(
        "impostor-does-not-compile",
        "graders/SemaphoreRooms/impostors/off-by-one/Spa.cs",
        "// deadlock: why\n// fake: does not compile"
    )]
    [InlineData(
        "a-claim-catches-no-impostor",
        "graders/SemaphoreRooms/impostors/off-by-one/Spa.cs",
        "// deadlock: why"
    )]
    [InlineData(
        "a-replay-draws-another-trace",
        "graders/SemaphoreRooms/impostors/drifting/Spa.cs",
        "// fails: Never_more_guests_than_rooms: why"
    )]
    public async Task A_broken_rule_is_told_with_the_file_and_the_fix(string variant, string file, string text)
    {
        using var course = new TestCourse();
        if (file == "delete")
        {
            Delete(course.PathOf(text));
        }
        else
        {
            course.Write(file, text);
        }
        var (outcome, shown) = await course.CheckAsync(TestCourse.Rooms);
        Assert.NotEmpty(outcome.Faults);
        await Approved.MatchAsync(string.Join('\n', shown.Split('\n').SkipWhile(l => !IsFault(l))), variant);
    }

    [Fact]
    public async Task A_faultless_kata_is_not_graded_again_until_something_changes()
    {
        using var course = new TestCourse();
        var first = await course.RunAsync("check", TestCourse.Rooms);
        var second = await course.RunAsync("check", TestCourse.Rooms);
        Assert.NotEqual("", first.Errors);
        Assert.Equal("", second.Errors);
        Assert.Contains("Unchanged since the last check: SemaphoreRooms.", second.Output, StringComparison.Ordinal);
        Assert.NotEqual("", (await course.RunAsync("check", TestCourse.Rooms, "--fresh")).Errors);

        course.Solution(TestCourse.Rooms, "deadlock");
        Assert.Equal(ExitCodes.Failed, (await course.RunAsync("check", TestCourse.Rooms)).Code);
    }

    [Fact]
    public async Task A_kata_with_a_fault_is_graded_again()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Rooms, "deadlock");
        await course.RunAsync("check", TestCourse.Rooms);
        Assert.NotEqual("", (await course.RunAsync("check", TestCourse.Rooms)).Errors);
    }

    [Fact]
    public async Task Accepting_writes_pristine_json_before_the_check()
    {
        using var course = new TestCourse();
        Delete(course.PathOf("graders/SemaphoreRooms/pristine.json"));
        var spoken = await course.RunAsync("check", TestCourse.Rooms, "--accept");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("Written: graders/SemaphoreRooms/pristine.json", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_kata_is_bad_input()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("check", "DeadlockRLok");
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains("Did you mean 'DeadlockRLock'?", spoken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_code_that_graders_share_is_no_kata()
    {
        using var course = new TestCourse();
        course.Write("graders/Kit/Assembly.cs", "");
        var spoken = await course.RunAsync("check");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.DoesNotContain("Kit", spoken.Output, StringComparison.Ordinal);
    }

    private static bool IsFault(string line) => line.StartsWith("✗ ", StringComparison.Ordinal) && line.Contains('/');

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}
