using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class StageTests
{
    [Fact]
    public void A_fresh_stage_has_a_worker_for_each_process_and_none_for_the_threads_between_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "workers are Linux's");
        using var bench = new Bench();
        // A pool of two and its thread, and another one.
        using var stage = (ProcessStage)bench.FreshStage([0, 1, 2, 4, 5]);

        Assert.Equal(5, stage.Workers);
    }
}
