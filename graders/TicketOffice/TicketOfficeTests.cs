namespace ConcurrencyKatas.Graders.TicketOffice;

/// <summary>What holds of every right ticket office.</summary>
[Kata("TicketOffice")]
public sealed class TicketOfficeTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Last = new("1 ticket, 3 buyers", 1, 3) { Proof = true };

    // Who goes by an old number is found out only when the number after it is not zero.
    private static readonly Size Two = new("2 tickets, 3 buyers", 2, 3) { Proof = true };
    private static readonly Size Story = new("1 ticket, 10 buyers", 1, 10);

    [Claim(1)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Last, Two, Story).NeverDeadlocks();
        kata.Explore(submission, Last, Two, Story).Never(TicketBook.StayedClosed);
    }

    [Claim(4)]
    public void No_ticket_is_sold_twice(string submission) =>
        kata.Explore(submission, Last, Two, Story)
            .Never(run => TicketBook.Oversold(run) ?? TicketBook.StayedClosed(run));

    [Claim(2)]
    public void The_file_says_what_is_left(string submission)
    {
        kata.Explore(submission, Last, Two).Never(TicketBook.Miscounted);
        kata.Explore(submission, Last, Two).AtTheEnd(TicketBook.WrongInTheEnd);
    }

    [Claim(2)]
    public void Nobody_ever_reads_half_a_file(string submission) =>
        kata.Explore(submission, Last, Two, Story).Never(run => TicketBook.Torn(run) ?? TicketBook.StayedClosed(run));

    [Claim(2)]
    public void Every_buyer_gets_a_ticket_or_is_told_and_main_waits_for_all(string submission) =>
        kata.Explore(submission, Last, Two, Story)
            .AtTheEnd(run => TicketBook.Unserved(run) ?? TicketBook.Crashed(run) ?? TicketBook.LeftBehind(run));

    [Claim(2)]
    public void Looking_never_waits_for_a_buyer(string submission)
    {
        kata.Probe(
            submission,
            Last,
            hold: TicketBook.IsWriting,
            until: run => TicketBook.HaveLooked(run) == 3,
            "everybody has looked while one buyer is about to write"
        );
        kata.Probe(
            submission,
            Last,
            hold: (mark, run) =>
                TicketBook.IsReadingDone(mark) && TicketBook.Buyer(mark) == TicketBook.FirstToRead(run),
            until: run => TicketBook.HaveLooked(run) == 3,
            "everybody looks while one buyer is still looking"
        );
    }

    [Claim(1)]
    public void Each_buyer_is_a_process_of_its_own(string submission)
    {
        kata.Explore(submission, Last).AtTheEnd(TicketBook.SharedProcess);
        kata.ForReal(submission, Story).Must(TicketBook.NotForReal);
    }
}
