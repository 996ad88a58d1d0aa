using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Processes that are ended by the one that started them.</summary>
public sealed class DaemonTests
{
    [Fact]
    public void A_daemon_that_waits_for_ever_keeps_nobody_from_ending()
    {
        var program = new ScriptedProgram();
        var orders = program.Queue("orders");
        program.Main.StartDaemon(program.Script("cook", cook => cook.Get(orders).Mark("cooks")));
        program.Main.Terminate(0);
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Completed, run.Ending);
        Assert.Equal((true, -15), (run.Actors[1].IsDaemon, run.Actors[1].ExitCode));
        var cutOff = Assert.Single(run.CutOff);
        Assert.Equal((1, OperationKind.Get), (cutOff.Actor, cutOff.Operation.Kind));
        Assert.Equal(1, Assert.Single(run.Steps, step => step.Operation.Kind == OperationKind.Terminate).Ended);
    }

    [Fact]
    public void A_daemon_may_be_ended_at_any_of_its_points()
    {
        var program = new ScriptedProgram();
        program.Main.StartDaemon(program.Script("monitor", monitor => monitor.Mark("a").Mark("b").Mark("c")));
        program.Main.Terminate(0);
        var search = new ProofSearch(program.Stage());
        var seen = search.Explore().Select(run => string.Concat(Marks(run))).ToList();
        Assert.True(search.Result.Complete);
        Assert.Equal(["", "a", "ab", "abc"], seen.Distinct().Order());
        // Before its first point, after each mark, and after its own end.
        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public void What_a_daemon_holds_when_it_is_ended_is_never_given_back()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Main.StartDaemon(program.Script("monitor", monitor => monitor.Acquire(gate).Release(gate)));
        program.Child("guest", guest => guest.Acquire(gate).Release(gate));
        program.Main.Terminate(0);
        var runs = new ProofSearch(program.Stage()).Explore().ToList();
        Assert.Contains(runs, run => run.Ending == Ending.Completed);
        var stuck = runs.First(run => run.Ending == Ending.Deadlocked);
        Assert.Equal([1], stuck.Waits.Single(wait => wait.Actor == 2).Holders);
    }

    [Fact]
    public void A_daemon_that_has_ended_by_itself_keeps_its_exit_code()
    {
        var program = new ScriptedProgram();
        program.Main.StartDaemon(program.Script("monitor", monitor => monitor.ExitCode = 3));
        program.Main.Join(0).Terminate(0).ReadExitCode(0);
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Completed, run.Ending);
        Assert.Equal(3, run.Actors[1].ExitCode);
        Assert.Empty(run.CutOff);
        Assert.Equal(3, run.Steps.Single(step => step.Operation.Kind == OperationKind.ExitCode).Decision.Value);
    }

    // Found only because what the daemon was about to do is looked at as well, and only against what its end does not need.
    [Fact]
    public void What_a_daemon_would_still_have_done_is_tried_before_its_end()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Main.StartDaemon(program.Script("monitor", monitor => monitor.Mark("x").Acquire(gate)));
        program.Child("guest", guest => guest.Mark("y").Acquire(gate));
        program.Main.Join(1).Terminate(0);
        var search = new ProofSearch(program.Stage());
        var runs = search.Explore().ToList();
        Assert.Equal(new ProofResult(6, 6, 0, Complete: true) { Estimate = 6 }, search.Result);
        Assert.Contains(
            runs,
            run => run.Ending == Ending.Deadlocked && Marks(run) is ["y", "x"] && run.Actors[1].ExitCode == 0
        );
    }

    private static List<string> Marks(Run run) =>
        [
            .. run
                .Steps.Where(step => step.Operation.Kind == OperationKind.Mark)
                .Select(step => MarkText.WhatOf(step.Operation.Text)),
        ];
}
