namespace ConcurrencyKatas.Cli.Tests;

public sealed class InterruptionTests
{
    [Fact]
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

    [Fact]
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
