namespace ConcurrencyKatas.Graders.Printers;

/// <summary>What holds of every right copy room.</summary>
[Kata("Printers")]
public sealed class PrintersTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Story = new("3 colleagues, 3 lines", 3, 3) { Proof = true };
    private static readonly Size Large = new("5 colleagues, 2 lines", 5, 2);

    private static readonly int[][] s_orders =
    [
        [1, 2, 3],
        [1, 3, 2],
        [2, 1, 3],
        [2, 3, 1],
        [3, 1, 2],
        [3, 2, 1],
    ];

    [Claim(1)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Story, Large).NeverDeadlocks();
        kata.Explore(submission, Story, Large).Never(PrinterBook.StayedEmpty);
    }

    [Claim(4)]
    public void The_lines_of_different_jobs_never_mix(string submission) =>
        kata.Explore(submission, Story, Large).Never(run => PrinterBook.Mixed(run) ?? PrinterBook.StayedEmpty(run));

    [Claim(2)]
    public void Every_job_is_printed_whole_and_main_waits_for_all(string submission) =>
        kata.Explore(submission, Story, Large)
            .AtTheEnd(run => PrinterBook.Incomplete(run) ?? PrinterBook.Crashed(run) ?? PrinterBook.LeftBehind(run));

    [Claim(2)]
    public void Whoever_is_ready_first_may_print_first(string submission)
    {
        foreach (var order in s_orders)
        {
            kata.Probe(
                submission,
                Story,
                hold: (mark, run) => PrinterBook.IsWriting(mark) && !PrinterBook.IsTurnOf(mark, order, run),
                until: run => PrinterBook.HasPrinted(run, order[^1]),
                $"colleague {order[0]} is the first to write and print, then colleague {order[1]}, then colleague {order[2]}"
            );
        }
    }

    [Claim(2)]
    public void All_may_be_at_work_before_the_first_has_ended(string submission) =>
        kata.Probe(
            submission,
            Story,
            hold: mark => PrinterBook.IsPrinting(mark) && PrinterBook.Line(mark) == 2,
            until: run => PrinterBook.Written(run) == 3,
            "all three have written before the first job is printed to its end"
        );

    [Claim(1)]
    public void Each_colleague_is_a_process_of_its_own(string submission)
    {
        kata.Explore(submission, Story).AtTheEnd(PrinterBook.SharedProcess);
        kata.ForReal(submission, Story).Must(PrinterBook.NotAProcessEach);
    }
}
