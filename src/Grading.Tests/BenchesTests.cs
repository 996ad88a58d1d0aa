using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What is started where, while the compiler works and after.</summary>
public sealed class BenchesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Workers_that_there_was_no_time_for_are_started_when_they_are_needed(bool hasOneToSpare)
    {
        using var bench = new ScriptedBench();
        using var benches = new Benches(bench, hasOneToSpare);
        benches.WarmUp();

        benches.FinishWarmUp(areNeeded: true);

        Assert.Equal(1, bench.Starts);
        Assert.Equal(hasOneToSpare ? [1] : [], bench.Others.Select(other => other.Starts));
    }

    [Fact]
    public void For_a_submission_that_cannot_be_run_none_are_started()
    {
        using var bench = new ScriptedBench();
        using var benches = new Benches(bench, hasOneToSpare: true);
        benches.WarmUp();

        benches.FinishWarmUp(areNeeded: false);

        Assert.Equal(0, bench.Starts + Assert.Single(bench.Others).Starts);
    }

    [Fact]
    public void Where_nothing_had_to_be_compiled_they_are_started_by_whoever_explores()
    {
        using var bench = new ScriptedBench();
        using var benches = new Benches(bench, hasOneToSpare: true);

        benches.FinishWarmUp(areNeeded: true);

        Assert.Equal(0, bench.Starts);
        Assert.Empty(bench.Others);
    }

    [Fact]
    public void What_is_warm_is_not_warmed_up_again()
    {
        using var bench = new ScriptedBench();
        using var benches = new Benches(bench, hasOneToSpare: true);
        benches.WarmUp();
        // The last thing that is done.
        Assert.Single(bench.Others).HasRehearsed.Wait(TestContext.Current.CancellationToken);

        benches.WarmUp();
        benches.FinishWarmUp(areNeeded: false);

        Assert.Equal((4, 6), (bench.StartedOneByOne, Assert.Single(bench.Others).StartedOneByOne));
    }
}
