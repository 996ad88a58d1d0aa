using System.Text.Json;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class InterruptionTests
{
    [SlowFact]
    public async Task Cancelling_keeps_what_was_finished_and_ends_every_process()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Locks, "hang");
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = course.RunAsync(interruption.Token, "grade", "solutions");
        var processes = await HangingProcesses.WaitForAsync(course);

        await interruption.CancelAsync();
        var spoken = await run;

        Assert.Equal(ExitCodes.Interrupted, spoken.Code);
        Assert.Contains("Interrupted. 1 result had been finished", spoken.Output, StringComparison.Ordinal);
        Assert.Contains("SemaphoreRooms", spoken.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(course.PathOf("tidied-up")), "The graders were not given the time to put things away.");
        await processes.AssertGoneAsync();
    }

    [SlowFact]
    public async Task A_report_of_an_interrupted_grading_says_what_was_not_graded()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Locks, "hang");
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = course.RunAsync(interruption.Token, "grade", "solutions", "--output", "results");
        var processes = await HangingProcesses.WaitForAsync(course);
        await interruption.CancelAsync();
        await run;
        await processes.AssertGoneAsync();

        var report = ReportJson.Read<Report>(course.PathOf("results/report.json"));
        Assert.Equal([TestCourse.Rooms, TestCourse.Locks], report.Katas.Select(k => k.Kata));
        Assert.Equal([KataStatus.Passed, KataStatus.CouldNotGrade], report.Katas.Select(k => k.Status));
        Assert.Equal("The grading was interrupted before this kata was finished.", report.Katas[1].Reason);
        var outputs = (await course.RunAsync("report", "results", "--format", "outputs")).Output;
        Assert.StartsWith("status=could-not-grade\n", outputs, StringComparison.Ordinal);
        var classroom = JsonDocument.Parse(File.ReadAllText(course.PathOf("results/classroom.json"))).RootElement;
        Assert.Equal("error", classroom.GetProperty("status").GetString());
        Assert.StartsWith(
            "# No score\n",
            File.ReadAllText(course.PathOf("results/report.md")),
            StringComparison.Ordinal
        );
    }

    [SlowFact]
    public async Task Graders_that_do_not_listen_are_killed_with_their_children()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Locks, "hang deaf");
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = course.RunAsync(interruption.Token, "grade", "solutions");
        var processes = await HangingProcesses.WaitForAsync(course);

        await interruption.CancelAsync();
        Assert.Equal(ExitCodes.Interrupted, (await run).Code);
        await processes.AssertGoneAsync();
    }
}
