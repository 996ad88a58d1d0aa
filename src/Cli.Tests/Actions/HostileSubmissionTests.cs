namespace ConcurrencyKatas.Cli.Tests.Actions;

public sealed class HostileSubmissionTests
{
    private const string Rooms = TestCourse.Rooms;

    [SlowFact]
    public async Task What_a_submission_prints_is_no_command()
    {
        using var run = new ActionRun();
        run.Submit(Rooms, "shouts");
        await run.RunAsync();
        Assert.Contains("::error file=forged.cs::forged", run.Step("Grade").Log, StringComparison.Ordinal);
        Assert.Equal(["stop-commands", "error"], run.Commands.Select(c => c.Name));
        Assert.Equal("katas/SemaphoreRooms/Spa.cs", run.Commands[1].Properties["file"]);
    }

    // A stand-in for a grader that lets student code write wherever the runner looks after the step.
    [SlowFact]
    public async Task What_is_written_where_the_runner_looks_does_not_count()
    {
        using var run = new ActionRun("#!/bin/sh\nexit 0\n");
        run.Submit(Rooms, "passes");
        run.Course.Course.Write(
            "kata",
            $"""
            #!/usr/bin/env bash
            if [[ $1 == grade ]]; then
                for file in '{run.Temp}'/*_*; do echo 'points=100' >>"$file"; done
                exit 3
            fi
            """
        );
        await run.RunAsync();
        Assert.Equal(("", "could-not-grade", ""), (run.Exported, run.Output("status"), run.Output("points")));
        Assert.DoesNotContain("points=100", run.Summary, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task What_grades_sees_none_of_the_runners_variables()
    {
        using var run = new ActionRun("#!/bin/sh\n[ \"$1\" = grade ] && env | cut -d= -f1\nexit 3\n");
        run.Submit(Rooms, "passes");
        await run.RunAsync();
        var seen = run.Step("Grade").Log.Split('\n');
        Assert.Contains("PATH", seen);
        Assert.DoesNotContain(
            seen,
            n =>
                n.StartsWith("GITHUB_", StringComparison.Ordinal)
                || n.StartsWith("RUNNER_", StringComparison.Ordinal)
                || n.StartsWith("ACTIONS_", StringComparison.Ordinal)
                || n.StartsWith("INPUT_", StringComparison.Ordinal)
        );
    }

    [SlowTheory]
    [InlineData("submission/katas")]
    [InlineData("submission/katas/")]
    [InlineData("submission/katas//")]
    [InlineData("submission/katas/.")]
    [InlineData("submission//katas/./")]
    public async Task A_link_to_the_solutions_is_no_submission(string path)
    {
        using var run = new ActionRun();
        Directory.CreateDirectory(Path.Combine(run.Workspace, "submission"));
        Directory.CreateSymbolicLink(
            Path.Combine(run.Workspace, "submission/katas"),
            run.Course.Course.PathOf("solutions")
        );
        run.Inputs["submission"] = path;
        await run.RunAsync();
        AssertRefused(run, "is a link");
    }

    [SlowFact]
    public async Task A_link_on_the_way_is_refused_too()
    {
        using var run = new ActionRun();
        Directory.CreateSymbolicLink(Path.Combine(run.Workspace, "submission"), run.Course.Course.Root);
        run.Inputs["submission"] = "submission/solutions";
        await run.RunAsync();
        AssertRefused(run, "lies behind one");
    }

    [SlowTheory]
    [InlineData("../course/solutions", "without '..'")]
    [InlineData("submission/../../course/solutions", "without '..'")]
    [InlineData("/etc", "a relative path")]
    [InlineData("submission/nowhere", "no folder to grade")]
    [InlineData("", "")]
    public async Task A_path_that_is_no_folder_of_the_workspace_is_refused(string path, string reason)
    {
        using var run = new ActionRun();
        run.Inputs["submission"] = path;
        await run.RunAsync();
        AssertRefused(run, reason);
    }

    [SlowFact]
    public async Task The_katas_may_lie_at_the_root_of_the_submission()
    {
        using var run = new ActionRun();
        run.Submit(Rooms, "fails Never_more_guests_than_rooms", "submission");
        (run.Inputs["submission"], run.Inputs["files-in"]) = ("submission/.", ".");
        await run.RunAsync();
        Assert.Equal("SemaphoreRooms/Spa.cs", run.Commands.Single(c => c.Name == "error").Properties["file"]);
    }

    private static void AssertRefused(ActionRun run, string reason)
    {
        var step = Assert.Single(run.Steps);
        Assert.Equal(("Prepare", 1), (step.Name, step.Code));
        Assert.Contains(reason, Assert.Single(run.Commands).Data, StringComparison.Ordinal);
        Assert.Equal("", run.Output("status"));
    }
}
