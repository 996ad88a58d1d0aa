namespace ConcurrencyKatas.Graders.TornLedger;

/// <summary>What holds of every right bank.</summary>
[Kata("TornLedger")]
public sealed class TornLedgerTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Two = new("2 clerks, clerk-1 is struck", 2, 0) { Proof = true, Victim = "clerk-1" };
    private static readonly Size Four = new("4 clerks, clerk-2 is struck", 4, 0) { Victim = "clerk-2" };

    [Claim(2)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Two, Four).NeverDeadlocks();
        kata.Explore(submission, Two, Four).Never(LedgerBook.StayedClosed);
    }

    [Claim(4)]
    public void No_coin_is_lost_or_made_wherever_a_clerk_is_struck(string submission) =>
        kata.Explore(submission, Two, Four).AtTheEnd(LedgerBook.Unbalanced);

    [Claim(4)]
    public void Every_order_is_booked_once_and_that_of_a_struck_clerk_once_or_not_at_all(string submission) =>
        kata.Explore(submission, Two, Four).AtTheEnd(run => LedgerBook.Unconfirmed(run) ?? LedgerBook.Misbooked(run));

    [Claim(2)]
    public void Nobody_else_is_harmed_and_main_waits_for_all(string submission) =>
        kata.Explore(submission, Two).AtTheEnd(run => LedgerBook.Harmed(run) ?? LedgerBook.LeftBehind(run));

    [Claim(2)]
    public void While_one_clerk_listens_to_a_customer_the_others_may_book(string submission) =>
        kata.Probe(
            submission,
            Two,
            hold: (mark, run) => LedgerBook.IsUnderstood(mark) && mark.Object == LedgerBook.FirstToListen(run),
            until: LedgerBook.OthersHaveGone,
            "one clerk listens to a customer, and all the others have booked and gone home"
        );

    [Claim(2)]
    public void Whoever_repairs_may_be_struck_too_for_real(string submission)
    {
        kata.Explore(submission, Two).AtTheEnd(LedgerBook.SharedProcess);
        kata.ForReal(submission, LedgerBook.OneIsStruck, explored: Two).Must(LedgerBook.NotForReal);
        kata.ForReal(submission, LedgerBook.AllAreStruck, explored: Two).Must(LedgerBook.NotForReal);
    }
}
