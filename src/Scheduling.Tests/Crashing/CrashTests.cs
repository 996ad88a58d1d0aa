using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>A process that is killed on purpose.</summary>
public sealed class CrashTests
{
    [Fact]
    public void It_is_gone_instead_of_what_it_would_have_done_and_others_see_a_signal()
    {
        var program = new ScriptedProgram();
        program.Child("clerk", clerk => clerk.Mark("opens").Mark("closes"));
        program.Main.Join(0).ReadExitCode(0);

        var run = Arbiter.Run(new CrashingStage(program.Stage(), new CrashPlan("clerk", 2)), new RoundRobin());

        Assert.Equal(Ending.Completed, run.Ending);
        Assert.Equal(["opens"], Corpus.Marks(run));
        Assert.Equal(-9, run.Actors[1].ExitCode);
        var killed = Assert.Single(run.Steps, step => step.IsKill);
        Assert.Equal((1, 1), (killed.Actor, killed.Ended));
    }

    [Fact]
    public void A_lock_that_it_held_is_taken_over_by_the_next_one_who_is_told()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("clerk", clerk => clerk.Acquire(gate).Release(gate));
        program.Child("guest", guest => guest.Acquire(gate).Release(gate).Acquire(gate).Release(gate));

        var runs = Prove(program.JoinAll(), new CrashPlan("clerk", 2));

        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
        Assert.Equal(3, runs.Select(Told).Distinct().Count()); // before, between and after
        Assert.All(runs, run => Assert.InRange(Told(run).Count(told => told == '1'), 0, 1));
    }

    [Fact]
    public void A_plain_lock_that_it_held_may_be_released_by_anybody_and_nobody_is_told_then()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("clerk", clerk => clerk.Acquire(gate));
        program.Child("guest", guest => guest.Release(gate).Acquire(gate).Release(gate));

        var run = Arbiter.Run(
            new CrashingStage(program.JoinAll().Stage(), new CrashPlan("clerk", 2)),
            new ActorFirst(1)
        );

        Assert.Equal((Ending.Completed, "0"), (run.Ending, Told(run)));
        Assert.False(IsRefused(run, actor: 2));
    }

    [Fact]
    public void Who_leaves_it_abandoned_when_it_is_another_ones_by_now_is_refused_and_takes_nothing_away()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("clerk", clerk => clerk.Acquire(gate));
        program.Child("guest", guest => guest.Acquire(gate).Leave(gate));
        program.Child("other", other => other.Release(gate).Acquire(gate).Mark("in").Release(gate));

        var runs = Prove(program.JoinAll(), new CrashPlan("clerk", 2));

        Assert.Contains(runs, run => IsRefused(run, actor: 2));
        Assert.All(runs, run => Assert.False(IsRefused(run, actor: 2) && IsRefused(run, actor: 3)));
    }

    [Fact]
    public void Of_two_who_want_it_after_that_either_may_be_the_one_who_is_told()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        foreach (var name in (string[])["clerk", "guest", "other"])
        {
            program.Child(name, who => who.Acquire(gate).Release(gate));
        }

        var runs = Prove(program.JoinAll(), new CrashPlan("clerk", 2));

        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
        Assert.Contains(runs, run => IsTold(run, actor: 2));
        Assert.Contains(runs, run => IsTold(run, actor: 3));
        Assert.Contains(runs, run => !IsTold(run, actor: 2) && !IsTold(run, actor: 3));

        static bool IsTold(Run run, int actor) =>
            run.Steps.Any(step => step.Actor == actor && step.Decision.Value == Decision.Abandoned);
    }

    [Fact]
    public void Units_of_a_semaphore_are_lost_as_in_Python()
    {
        var program = new ScriptedProgram();
        var rooms = program.Semaphore("rooms", 1);
        program.Child("clerk", clerk => clerk.Acquire(rooms).Release(rooms));
        program.Child("guest", guest => guest.Acquire(rooms).Release(rooms));

        var runs = Prove(program.JoinAll(), new CrashPlan("clerk", 2));

        Assert.Contains(runs, run => run.Ending == Ending.Completed);
        Assert.Contains(runs, run => run.Ending == Ending.Deadlocked);
    }

    [Fact]
    public void The_other_end_of_its_pipe_sees_the_end_of_all_messages()
    {
        var program = new ScriptedProgram();
        var (reader, writer) = program.Pipe("news", duplex: false);
        program.Child("clerk", [writer], clerk => clerk.Send(writer).Send(writer).CloseEnd(writer));
        program.Main.CloseEnd(writer).Receive(reader).Mark("one").Receive(reader).Mark("end");

        var runs = Prove(program, new CrashPlan("clerk", 2));

        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
    }

    [Fact]
    public void Who_is_killed_at_every_point_ends_nowhere_else_than_at_one_of_them_or_alive()
    {
        var program = new ScriptedProgram();
        program.Child("clerk", clerk => clerk.Mark("a").Mark("b"));
        program.JoinAll();
        ProofResult? result = null;
        var crashes = new Crashes(program.Stage(), "clerk");

        var runs = crashes.Prove(new ProofOptions(), learned => result = learned).ToList();

        // At Begin, at a, at b, at End, and nowhere.
        Assert.Equal(["", "", "a", "ab", "ab"], runs.Select(run => string.Concat(Corpus.Marks(run))));
        Assert.Equal([true, true, true, true, false], runs.Select(run => run.CrashedAt is not null));
        Assert.True(result!.Complete);
        Assert.Equal((5, 5), (result.Runs, result.Classes));
    }

    [Fact]
    public void A_proof_that_has_no_runs_left_for_later_points_is_not_complete()
    {
        var program = new ScriptedProgram();
        program.Child("clerk", clerk => clerk.Mark("a").Mark("b"));
        ProofResult? result = null;

        var runs = new Crashes(program.JoinAll().Stage(), "clerk")
            .Prove(new ProofOptions { MaxRuns = 4 }, learned => result = learned)
            .ToList();

        Assert.Equal(4, runs.Count);
        Assert.False(result!.Complete);
    }

    [Fact]
    public void A_name_that_nobody_has_kills_nobody()
    {
        var program = new ScriptedProgram();
        program.Child("clerk", clerk => clerk.Mark("a"));

        var runs = Prove(program.JoinAll(), new CrashPlan("nobody", 0));

        Assert.All(runs, run => Assert.DoesNotContain(run.Steps, step => step.IsKill));
    }

    [Fact]
    public void An_exploration_kills_in_samples_and_proves_it_everywhere()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("clerk", clerk => clerk.Acquire(gate).Mark("writes").Release(gate));
        program.Child("guest", guest => guest.Acquire(gate).Release(gate));
        var explorer = new Explorer(
            program.JoinAll().Stage(),
            "crashes",
            new ExplorerOptions { Victim = "clerk", TriesBeforeAProof = 20 }
        );

        var runs = explorer.Explore().ToList();

        var sampled = runs.Where(run => run.Purpose == Purpose.Portfolio).ToList();
        Assert.Contains(sampled, run => run.Run.CrashedAt is not null);
        Assert.Contains(sampled, run => run.Run.Crash is null);
        Assert.True(explorer.Summary.Proved);
        Assert.Contains(
            ", clerk killed anywhere or nowhere; this size, time-outs",
            explorer.Summary.Verdict,
            StringComparison.Ordinal
        );
        // The samples show nothing that the proof does not.
        Assert.All(runs.Where(run => run.Purpose == Purpose.Proof), run => Assert.NotNull(run.Run.Crash));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void Samples_come_to_each_of_its_points(int marks)
    {
        var program = new ScriptedProgram();
        program.Child(
            "clerk",
            clerk =>
            {
                for (var mark = 0; mark < marks; mark++)
                {
                    clerk.Mark($"{mark}");
                }
            }
        );
        var stage = program.JoinAll().Stage();
        var crashes = new Crashes(stage, "clerk");
        crashes.Note(Arbiter.Run(stage, new RoundRobin()));

        var points = Enumerable.Range(0, 300).Select(crashes.Sample).OfType<CrashPlan>().Select(plan => plan.Point);

        // Its Begin and its End are points as well.
        Assert.Equal(Enumerable.Range(0, marks + 2), points.Distinct().Order());
    }

    [Fact]
    public void Its_token_names_the_point_and_is_read_again()
    {
        var program = new ScriptedProgram();
        program.Child("clerk", clerk => clerk.Mark("a").Mark("b"));
        var plan = new CrashPlan("clerk", 2);
        var run = Arbiter.Run(new CrashingStage(program.JoinAll().Stage(), plan), new RoundRobin()) with
        {
            Crash = plan,
        };

        var token = ReplayToken.Parse(ReplayToken.Of("Desk", "2 clerks", run).ToString());

        Assert.Equal(("2-clerks", 2), (token.Configuration, token.CrashPoint));
        Assert.StartsWith("Desk.2-clerks~2.", token.ToString(), StringComparison.Ordinal);
        var strategy = new ReplayStrategy(token);
        var again = Arbiter.Run(new CrashingStage(program.Stage(), plan), strategy);
        Assert.Null(strategy.Check(again));
        Assert.Null(ReplayToken.Of("Desk", "2 clerks", run with { Crash = null }).CrashPoint);
    }

    [Fact]
    public void Who_has_a_child_cannot_be_killed_and_that_is_said()
    {
        var program = new ScriptedProgram();
        var nested = program.Script("helper", helper => helper.Mark("helps"));
        program.Child("clerk", clerk => clerk.Start(nested).Mark("waits"));

        var run = Arbiter.Run(
            new CrashingStage(program.JoinAll().Stage(), new CrashPlan("clerk", 2)),
            new RoundRobin()
        );

        Assert.Equal(Ending.Silent, run.Ending);
        Assert.Contains("while helper was its child", run.Detail, StringComparison.Ordinal);
    }

    private static List<Run> Prove(ScriptedProgram program, CrashPlan plan)
    {
        var search = new ProofSearch(new CrashingStage(program.Stage(), plan));
        var runs = search.Explore().ToList();
        Assert.True(search.Result.Complete);
        return runs;
    }

    private static bool IsRefused(Run run, int actor) =>
        run.Steps.Any(step =>
            step.Actor == actor && step.Operation.Kind == OperationKind.Release && step.Decision.Value == Model.Refused
        );

    private static string Told(Run run) =>
        string.Concat(
            run.Steps.Where(step => step.Actor == 2 && step.Operation.Kind == OperationKind.Acquire)
                .Select(step => step.Decision.Value == Decision.Abandoned ? '1' : '0')
        );
}
