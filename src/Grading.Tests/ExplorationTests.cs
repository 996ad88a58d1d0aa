using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A failure of ours while runs are made: no claim may pass over it.</summary>
public sealed class ExplorationTests
{
    [Fact]
    public void A_run_that_cannot_be_read_is_told_to_each_who_asks_for_runs()
    {
        Exploration exploration = Explore(OneActorStage.ReturnsNonsense, (_, _, _) => { });

        Assert.Throws<CouldNotGradeException>(() => exploration.Runs().Count());
        Assert.Throws<CouldNotGradeException>(() => exploration.Runs().Count());
        Assert.False(exploration.IsDone);
    }

    [Fact]
    public void Progress_that_cannot_be_reported_is_told_to_each_who_asks_for_runs()
    {
        Exploration exploration = Explore(
            OneActorStage.Ends,
            (_, done, _) => throw new IOException($"The disk is full after {done} runs.")
        );

        exploration.Sample();
        exploration.Sample();

        Assert.Throws<CouldNotGradeException>(() => exploration.Runs().Count());
        var told = Assert.Throws<CouldNotGradeException>(() => exploration.Runs().Count());
        Assert.Contains("The disk is full after 20 runs.", told.Message);
    }

    [Fact]
    public void It_is_done_once_a_claim_has_seen_every_run_and_not_before()
    {
        Exploration exploration = Explore(OneActorStage.Ends, (_, _, _) => { });

        exploration.Sample();
        _ = exploration.Runs().First();
        Assert.False(exploration.IsDone);

        Assert.True(exploration.Runs().Count() > 1);
        Assert.True(exploration.IsDone);
    }

    [Fact]
    public void Ahead_every_sampled_run_is_made_and_the_first_of_the_proof()
    {
        Exploration exploration = Explore(OneActorStage.Ends, (_, _, _) => { }, proofBudget: 10);

        exploration.Sample();
        Assert.Equal(1, exploration.Report.ProofRuns);
        int ahead = exploration.Report.Schedules;

        Assert.True(exploration.Runs().Count() > ahead);
        Assert.Equal(ahead, exploration.Report.Schedules);
    }

    [Fact]
    public void Of_a_submission_of_which_enough_is_known_few_runs_are_made()
    {
        int all = Explore(OneActorStage.Ends, (_, _, _) => { }).Runs().Count();
        int few = Explore(OneActorStage.Ends, (_, _, _) => { }, isSettled: true).Runs().Count();

        Assert.True(all > Exploration.RunsOnceSettled, $"There are only {all} runs.");
        Assert.Equal(Exploration.RunsOnceSettled, few);
    }

    private static Exploration Explore(
        string way,
        Action<string, int, int?> progress,
        bool isSettled = false,
        int proofBudget = 0
    ) =>
        new(
            new OneActorStage(),
            new CompiledKata("", "", Guid.Empty, HasStatics: false, NeedsFreshContext: false),
            KataDefinition.Load(RepositoryRoot.Find(), "SemaphoreRooms"),
            new Size("9 guests", way) { Proof = proofBudget > 0 },
            proofBudget,
            hasFailed: () => false,
            isSettled: () => isSettled,
            progress
        );
}
