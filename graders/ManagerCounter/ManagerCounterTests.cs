namespace ConcurrencyKatas.Graders.ManagerCounter;

/// <summary>What holds of every right box office.</summary>
[Kata("ManagerCounter")]
public sealed class ManagerCounterTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Small = new("3 sellers, 10 tickets", 10, 3) { Proof = true };
    private static readonly Size Crowd = new("6 sellers, 100 tickets", 100, 6);

    // For real only: what more sellers could show under control, six show as well, and each costs a process.
    private static readonly Size Evening = new("20 sellers, 100 tickets", 100, 20);

    [Claim(2)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Small, Crowd).NeverDeadlocks(thenForReal: ForReal(submission));
        kata.Explore(submission, Small).Never(OfficeBook.StayedClosed);
    }

    [Claim(4)]
    public void No_sale_is_ever_lost(string submission) =>
        kata.Explore(submission, Small, Crowd).AtTheEnd(OfficeBook.Miscounted);

    [Claim(2)]
    public void Every_customer_is_served_and_main_waits_for_all_sellers(string submission) =>
        kata.Explore(submission, Small)
            .AtTheEnd(run => OfficeBook.Unserved(run) ?? OfficeBook.LeftBehind(run) ?? OfficeBook.Crashed(run));

    [Claim(2)]
    public void Each_seller_takes_one_off_the_managers_dictionary(string submission) =>
        kata.Explore(submission, Small).AtTheEnd(OfficeBook.NotInTheBook);

    [Claim(2)]
    public void While_one_seller_serves_a_customer_the_others_may_sell(string submission) =>
        kata.Probe(
            submission,
            Small,
            hold: (mark, run) => OfficeBook.IsPaying(mark) && OfficeBook.Seller(mark) == OfficeBook.FirstToGreet(run),
            until: OfficeBook.OthersHaveGone,
            "one seller serves a customer, and all the others have sold theirs and gone home"
        );

    [Claim(1)]
    public void Sellers_in_processes_of_their_own_leave_the_tickets_that_nobody_bought(string submission)
    {
        kata.Explore(submission, Small).AtTheEnd(OfficeBook.SharedProcess);
        kata.ForReal(submission, ForReal(submission), explored: Small).Must(OfficeBook.NotForReal);
    }

    // Twenty processes take a second of a processor to start.
    private Size ForReal(string submission) => kata.IsQuick(submission) ? Crowd : Evening;
}
