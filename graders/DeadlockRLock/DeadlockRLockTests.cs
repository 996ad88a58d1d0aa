namespace ConcurrencyKatas.Graders.DeadlockRLock;

/// <summary>What holds of every right smithy.</summary>
[Kata("DeadlockRLock")]
public sealed class DeadlockRLockTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Pair = new("2 workers", 2, 0) { Proof = true };
    private static readonly Size Crew = new("3 workers", 3, 0) { Proof = true };
    private static readonly Size Burnt = new("2 workers, worker 1 burns the iron", 2, 1) { Proof = true };

    [Claim(3)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Pair, Crew).NeverDeadlocks(thenForReal: Crew);
        kata.Explore(submission, Pair, Crew).Never(SmithyBook.StoodIdle);
    }

    [Claim(3)]
    public void No_tool_is_ever_used_by_two_workers_at_once(string submission) =>
        kata.Explore(submission, Pair, Crew).Never(run => SmithyBook.Collision(run) ?? SmithyBook.StoodIdle(run));

    [Claim(2)]
    public void Every_piece_is_finished_and_main_waits_for_all(string submission) =>
        kata.Explore(submission, Pair, Crew)
            .AtTheEnd(run => SmithyBook.Unfinished(run) ?? SmithyBook.Crashed(run) ?? SmithyBook.LeftBehind(run));

    [Claim(2)]
    public void While_one_worker_rests_the_others_may_work(string submission) =>
        kata.Probe(
            submission,
            Crew,
            hold: (mark, run) => SmithyBook.IsResting(mark) && SmithyBook.Worker(mark) == SmithyBook.FirstToStrike(run),
            until: run => SmithyBook.OthersHaveFinished(run),
            "one worker rests after the first piece, and both others have finished their two"
        );

    [Claim(2)]
    public void A_worker_who_burns_the_iron_gives_the_tools_back(string submission) =>
        kata.Explore(submission, Burnt)
            .Never(run =>
                SmithyBook.ToolsLost(run) ?? (run.Run.Ending == Ending.Completed ? SmithyBook.Unfinished(run) : null)
            );

    [Claim(1)]
    public void Each_worker_is_a_process_of_its_own(string submission)
    {
        kata.Explore(submission, Pair).AtTheEnd(SmithyBook.SharedProcess);
        kata.ForReal(submission, Crew).Must(SmithyBook.NotAProcessEach);
    }
}
