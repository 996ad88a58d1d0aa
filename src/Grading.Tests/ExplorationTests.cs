using ConcurrencyKatas.Control;
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

    [Theory]
    [InlineData(false, 924, "PROVED")]
    [InlineData(true, 300, "SAMPLED")]
    public void Once_a_claim_has_failed_a_long_proof_is_not_brought_to_its_end(
        bool hasFailed,
        int proofRuns,
        string verdict
    )
    {
        // Ann and bob make six marks each on one thing: 924 orders.
        Operation[] marks = [.. Enumerable.Range(0, 6).Select(_ => Mark("desk\twrites"))];
        var stage = new WrittenStage(
            [new(OperationKind.Start, Text: "ann"), new(OperationKind.Start, Text: "bob")],
            marks,
            marks
        );
        var exploration = new Exploration(
            new StageInMemory(stage),
            new CompiledKata("", "", Guid.Empty, HasStatics: false, NeedsFreshContext: false),
            KataDefinition.Load(RepositoryRoot.Find(), "SemaphoreRooms"),
            new Size("2 clerks") { Proof = true },
            proofBudget: 5_000,
            hasFailed: () => hasFailed,
            isSettled: () => false,
            progress: (_, _, _) => { }
        );

        Assert.Equal(exploration.Runs().Count(), exploration.Report.Schedules + exploration.Report.ProofRuns);
        Assert.Equal(proofRuns, exploration.Report.ProofRuns);
        Assert.StartsWith(verdict, exploration.Report.Verdict, StringComparison.Ordinal);
        Assert.Equal(hasFailed, exploration.IsDone && !exploration.Report.Proved);

        static Operation Mark(string text) => new(OperationKind.Mark, ObjectSpace.Mark, Text: text);
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
