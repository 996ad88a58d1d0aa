namespace ConcurrencyKatas.Graders.PoolCallbacks;

/// <summary>What holds of every right news desk.</summary>
[Kata("PoolCallbacks")]
public sealed class PoolCallbacksTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Small = new("2 pages, 2 workers", 2, 2, 0) { Proof = true };
    private static readonly Size Missing = new("2 pages, 2 workers, page 1 missing", 2, 2, 1) { Proof = true };
    private static readonly Size Large = new("5 pages, 3 workers, page 2 missing", 5, 3, 2);

    [Claim(2)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Small, Missing, Large).NeverDeadlocks(thenForReal: Large);
        kata.Explore(submission, Small).Never(DeskBook.StayedEmpty);
    }

    [Claim(3)]
    public void Every_page_has_its_line_in_the_summary_and_the_lines_are_in_order(string submission) =>
        kata.Explore(submission, Small).AtTheEnd(DeskBook.WrongSummary);

    [Claim(2)]
    public void A_page_that_is_missing_has_its_line_as_well(string submission) =>
        kata.Explore(submission, Missing, Large).AtTheEnd(DeskBook.WrongSummary);

    [Claim(2)]
    public void Each_page_is_fetched_once_in_a_worker_process_and_never_by_the_main_process(string submission) =>
        kata.Explore(submission, Small, Missing).AtTheEnd(DeskBook.NotFetchedOnce);

    [Claim(2)]
    public void As_many_workers_fetch_as_were_asked_for_and_no_more(string submission)
    {
        kata.Explore(submission, Small, Large).AtTheEnd(run => DeskBook.StayedEmpty(run) ?? DeskBook.OtherWorkers(run));
        kata.ForReal(submission, Large).Must(DeskBook.OtherProcesses);
    }

    [Claim(2)]
    public void Each_page_is_filed_in_the_main_process(string submission) =>
        kata.Explore(submission, Small, Missing)
            .AtTheEnd(run => DeskBook.StayedEmpty(run) ?? DeskBook.FiledElsewhere(run));

    [Claim(3)]
    public void A_slow_page_never_holds_up_a_quick_one(string submission)
    {
        foreach (var slow in (int[])[1, 3, 5])
        {
            kata.Probe(
                submission,
                Large,
                hold: mark => DeskBook.Page(mark) == slow && mark.What == DeskBook.Fetched,
                until: run => DeskBook.AllFiledBut(slow, run),
                $"page {slow} is still on its way and all other pages are filed"
            );
        }
    }

    [Claim(2)]
    public void Nothing_is_left_when_the_desk_closes(string submission)
    {
        kata.Explore(submission, Small, Missing).AtTheEnd(run => DeskBook.StayedEmpty(run) ?? DeskBook.LeftBehind(run));
        kata.ForReal(submission, Large).Must(DeskBook.Remains);
    }
}
