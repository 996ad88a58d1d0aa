using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Processes that may outlive the one that started them.</summary>
public sealed class DetachedTests
{
    [Fact]
    public void Who_started_a_detached_process_ends_without_it_and_main_after_it()
    {
        var program = new ScriptedProgram();
        var closed = program.Event("closed");
        var orphan = program.Script("orphan", script => script.Wait(closed).Mark("works"));
        program.Child("branch", branch => branch.StartDetached(orphan));
        program.Main.Join(0).Set(closed);
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Completed, run.Ending);
        Assert.Equal([0, 0], run.Actors.Skip(1).Select(actor => actor.Parent));
        Assert.Equal([1, 2, 0], run.Steps.Where(step => step.Operation.Kind == OperationKind.End).Select(s => s.Actor));
    }

    [Fact]
    public void Who_started_a_process_that_is_not_detached_waits_for_it()
    {
        var program = new ScriptedProgram();
        var closed = program.Event("closed");
        var child = program.Script("child", script => script.Wait(closed));
        program.Child("branch", branch => branch.Start(child));
        program.Main.Join(0).Set(closed);
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Deadlocked, run.Ending);
    }

    [Fact]
    public void An_orphan_that_waits_for_ever_is_waited_for_by_main()
    {
        var program = new ScriptedProgram();
        var never = program.Event("never");
        var orphan = program.Script("orphan", script => script.Wait(never));
        program.Child("branch", branch => branch.StartDetached(orphan));
        program.Main.Join(0);
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Deadlocked, run.Ending);
        Assert.Equal([2], run.Waits.Single(wait => wait.Actor == 0).Holders);
    }

    [Fact]
    public void Whether_a_parent_has_ended_is_asked_before_and_after_its_end()
    {
        var program = new ScriptedProgram();
        var orphan = program.Script("orphan", script => script.IsActorAlive(1));
        program.Child("branch", branch => branch.StartDetached(orphan));
        var search = new ProofSearch(program.Stage());
        var seen = search
            .Explore()
            .Select(run => run.Steps.Single(step => step.Operation.Kind == OperationKind.IsAlive).Decision.Value)
            .ToList();
        Assert.True(search.Result.Complete);
        Assert.Equal([0, 1], seen.Distinct().Order());
    }

    [Fact]
    public void A_detached_process_that_waits_for_its_parent_goes_on_once_that_has_ended()
    {
        var program = new ScriptedProgram();
        var orphan = program.Script("orphan", script => script.JoinActor(1).Mark("works"));
        program.Child("branch", branch => branch.StartDetached(orphan));
        var search = new ProofSearch(program.Stage());
        var runs = search.Explore().ToList();
        Assert.True(search.Result.Complete);
        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
    }

    [Fact]
    public void A_child_that_waits_for_a_parent_that_waits_for_it_is_a_deadlock()
    {
        var program = new ScriptedProgram();
        var child = program.Script("child", script => script.JoinActor(1));
        program.Child("branch", branch => branch.Start(child));
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Deadlocked, run.Ending);
        Assert.Equal([1], run.Waits.Single(wait => wait.Actor == 2).Holders);
    }
}
