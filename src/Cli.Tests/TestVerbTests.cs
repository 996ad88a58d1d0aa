using System.Text.RegularExpressions;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Watching;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests;

public sealed partial class TestVerbTests
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
    public async Task A_kata_asked_for_by_name_is_compiled_while_the_graders_start_and_others_are_left_to_them()
    {
        using var compiler = new CountingCompiler();
        using var course = new TestCourse { EarlyCompiler = compiler };
        course.Student(TestCourse.Rooms, "passes");
        await course.RunAsync("test");
        Assert.Empty(compiler.Compiled);
        await course.RunAsync("test", TestCourse.Rooms);
        Assert.Equal([TestCourse.Rooms], compiler.Compiled);
        Assert.True(compiler.IsDisposed);
    }

    [Fact]
    public async Task The_list_shows_how_far_the_student_is_and_notices_later_changes()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "fails Never_more_guests_than_rooms");
        course.Student(TestCourse.Locks, "passes");
        Assert.Equal(["○ not started –", "○ not started –"], await StatesAsync(course));
        await course.RunAsync("test");
        Assert.Equal(["● started 4/10", "✓ passed 10/10"], await StatesAsync(course));
        course.Student(TestCourse.Locks, "deadlock");
        Assert.Equal(["● started 4/10", "● edited since test 10/10"], await StatesAsync(course));
    }

    [Fact]
    public async Task What_is_edited_while_it_is_tested_does_not_count_as_tested()
    {
        using var course = new TestCourse();
        var repository = new Repository(course.Root);
        var before = ProgressStore.Contents(Catalogue.Read(repository).Katas);
        var report = new KataReport
        {
            Kata = TestCourse.Rooms,
            Title = "",
            Submission = "katas",
            Isolation = "",
            Status = KataStatus.Passed,
            Claims = [],
            Explorations = [],
        };
        course.Student(TestCourse.Rooms, "passes");
        var result = new GradingResult([new FinishedKata("katas", report)], Interrupted: false);
        ProgressStore.Remember(repository, result, before);
        Assert.Equal(["● edited since test –", "○ not started –"], await StatesAsync(course));
    }

    [Fact]
    public async Task A_clone_that_was_moved_remembers_what_was_passed()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        await course.RunAsync("test", TestCourse.Rooms);
        using var moved = new TestCourse();
        moved.Student(TestCourse.Rooms, "passes");
        moved.Write("artifacts/progress.json", File.ReadAllText(course.PathOf("artifacts/progress.json")));
        Assert.Equal(["✓ passed 10/10", "○ not started –"], await StatesAsync(moved));
    }

    private static async Task<string[]> StatesAsync(TestCourse course)
    {
        var lines = (await course.RunAsync("list")).Output.Split('\n');
        return [.. lines.Select(l => KataLine().Match(l)).Where(m => m.Success).Select(State)];
    }

    private static string State(Match line) =>
        $"{line.Groups["sign"]} {line.Groups["state"].Value.Trim()} {line.Groups["points"]}";

    [GeneratedRegex(@"^[▶ ] (?<sign>\S) \d+  \w+ +★+ +(?<state>[a-z, ]+) +(?<points>\S+)")]
    private static partial Regex KataLine();

    private sealed class CountingCompiler : IEarlyCompiler
    {
        public List<string> Compiled { get; } = [];

        public bool IsDisposed { get; private set; }

        public void WarmUp() { }

        public Task CompileAsync(string kata)
        {
            Compiled.Add(kata);
            return new TaskCompletionSource().Task; // it is waited for by nobody here
        }

        public void Dispose() => IsDisposed = true;
    }
}
