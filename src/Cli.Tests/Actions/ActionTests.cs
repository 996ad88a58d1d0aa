namespace ConcurrencyKatas.Cli.Tests.Actions;

public sealed class ActionTests
{
    private const string Rooms = TestCourse.Rooms;
    private const string Locks = TestCourse.Locks;

    [SlowFact]
    public async Task A_submission_that_passes_is_summed_up_without_an_annotation()
    {
        using var run = new ActionRun();
        run.Submit(Rooms, "passes");
        run.Submit(Locks, "passes");
        await run.RunAsync();
        Assert.False(run.Failed);
        Assert.Equal(("passed", "20", "20"), (run.Output("status"), run.Output("points"), run.Output("max-points")));
        Assert.StartsWith("# 20 of 20 points", run.Summary, StringComparison.Ordinal);
        Assert.Equal(["stop-commands"], run.Commands.Select(c => c.Name));
        Assert.Equal("", run.Exported);
    }

    [SlowFact]
    public async Task A_teacher_may_let_the_job_pass_whatever_the_points()
    {
        using var run = new ActionRun();
        run.Inputs["fail"] = "false";
        run.Submit(Rooms, "does not compile");
        await run.RunAsync();
        Assert.False(run.Failed);
        Assert.Equal("does-not-compile", run.Output("status"));
    }

    [SlowTheory]
    [InlineData("crash")]
    [InlineData("cannot be graded")]
    public async Task What_could_not_be_graded_is_no_score_and_always_fails(string fake)
    {
        using var run = new ActionRun();
        run.Inputs["fail"] = "false";
        run.Submit(Rooms, fake);
        await run.RunAsync();
        Assert.Equal(1, run.Step("Verdict").Code);
        Assert.Equal(("could-not-grade", "", ""), (run.Output("status"), run.Output("points"), run.Output("result")));
        Assert.Contains("**Could not grade**", run.Summary, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task A_grading_that_does_not_end_is_cut_off_and_is_no_score()
    {
        using var run = new ActionRun();
        run.Tools = run.Course.Course.PathOf("tools");
        run.Course.Course.Write("tools/timeout", "#!/bin/sh\necho limit $2\nexit 124\n");
        ActionRun.MakeExecutable(Path.Combine(run.Tools, "timeout"));
        run.Submit(Rooms, "passes");
        await run.RunAsync();
        Assert.Contains("limit 1200\n", run.Step("Grade").Log, StringComparison.Ordinal);
        Assert.Equal(("could-not-grade", ""), (run.Output("status"), run.Output("points")));
        Assert.Contains("did not end within 20 minutes", run.Summary, StringComparison.Ordinal);
    }

    // The real command line is sent what 'timeout' sends, in the middle of its work.
    [SlowFact]
    public async Task What_was_graded_before_the_time_was_over_is_shown_and_is_no_score()
    {
        using var run = new ActionRun();
        run.Tools = run.Course.Course.PathOf("tools");
        run.Course.Course.Write(
            "tools/timeout",
            $"""
            #!/usr/bin/env bash
            "${"{"}@:3{"}"}" &
            until [[ -s '{run.Course.Course.PathOf("graders.pid")}' ]]; do sleep 0.05; done
            kill -TERM $!
            wait $! || echo "ended with $?"
            exit 124
            """
        );
        ActionRun.MakeExecutable(Path.Combine(run.Tools, "timeout"));
        run.Submit(Rooms, "passes");
        run.Submit(Locks, "hang");
        await run.RunAsync();
        Assert.Contains("ended with 130", run.Step("Grade").Log, StringComparison.Ordinal);
        Assert.Equal(("could-not-grade", ""), (run.Output("status"), run.Output("points")));
        Assert.StartsWith("# No score\n\n1 passed, 1 could not grade.", run.Summary, StringComparison.Ordinal);
        Assert.Contains("| ✓ | SemaphoreRooms | 10/10 | passed |", run.Summary, StringComparison.Ordinal);
        Assert.Contains("did not end within 20 minutes", run.Summary, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task Only_the_katas_that_were_named_are_graded()
    {
        using var run = new ActionRun();
        run.Inputs["katas"] = $"  {Locks}  ";
        run.Submit(Rooms, "deadlock");
        run.Submit(Locks, "passes");
        await run.RunAsync();
        Assert.Equal(("passed", "10"), (run.Output("status"), run.Output("points")));
    }

    [SlowFact]
    public async Task The_name_of_no_kata_is_our_readers_mistake_and_no_score()
    {
        using var run = new ActionRun();
        run.Inputs["katas"] = "Rooms$(touch forged);touch forged";
        run.Submit(Rooms, "passes");
        await run.RunAsync();
        Assert.Equal("could-not-grade", run.Output("status"));
        Assert.Contains("the name of a kata was not understood", run.Summary, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Workspace, "forged")));
    }
}
