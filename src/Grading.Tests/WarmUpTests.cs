using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What is done while the compiler works saves time, and changes no run.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public void Whoever_finishes_waits_for_the_step_at_hand_and_no_other_is_begun()
    {
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        int done = 0;
        var warmUp = new WarmUp([
            () =>
            {
                begun.Set();
                goOn.Wait();
                done++;
            },
            () => done += 100,
        ]);
        begun.Wait();
        var finishing = new Thread(warmUp.Finish);
        finishing.Start();
        // It has said that it is enough, and waits.
        SpinWait.SpinUntil(() => finishing.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        goOn.Set();
        finishing.Join();

        Assert.Equal(1, done);
    }

    [Fact]
    public void Every_step_is_done_when_there_is_time()
    {
        using var last = new ManualResetEventSlim();
        List<int> done = [];
        var warmUp = new WarmUp([() => done.Add(1), () => done.Add(2), last.Set]);
        last.Wait();
        warmUp.Finish();

        Assert.Equal([1, 2], done);
    }

    [Fact]
    public void A_step_that_fails_is_left_to_whoever_needs_what_it_was_for()
    {
        var warmUp = new WarmUp([
            () => throw new StageException("A worker process ended."),
            () => Assert.Fail("too far"),
        ]);
        warmUp.Finish();
    }

    [Fact]
    public void Workers_that_have_rehearsed_and_workers_that_were_started_all_at_once_run_a_submission_as_new_ones_do()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "workers are Linux's");
        string root = RepositoryRoot.Find();
        var kata = KataDefinition.Load(root, "SemaphoreRooms");
        CompiledKata compiled = Compilers
            .Shared(root)
            .Compile(root, kata, SubmissionSource.Read(Path.Combine(root, "solutions"), kata))
            .Compiled!;
        using var bench = new Bench();
        bench.StartOne(0);
        bench.Rehearse(workers: 4);
        bench.Start();
        using IProgramStage fresh = bench.FreshStage([]);

        using var cold = new Bench();
        cold.Start();
        List<string> steps = Steps(fresh);

        Assert.Equal(steps, Steps(bench.Stage));
        Assert.Equal(steps, Steps(cold.Stage));

        List<string> Steps(IProgramStage stage)
        {
            stage.Stage(Programs.Of(compiled, kata, new Size("3 guests", 3, 2, 0)));
            Run run = Arbiter.Run(stage, new RoundRobin());
            Assert.Equal(Ending.Completed, run.Ending);
            return
            [
                .. run.Steps.Select(step => $"{step.Actor} {step.Operation.Kind} {step.Object} {step.Operation.Text}"),
            ];
        }
    }
}
