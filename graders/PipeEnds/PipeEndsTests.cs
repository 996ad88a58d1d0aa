namespace ConcurrencyKatas.Graders.PipeEnds;

/// <summary>What holds of every right reading room.</summary>
[Kata("PipeEnds")]
public sealed class PipeEndsTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Small = new("2 visitors, 2 questions", 2, 2, 0) { Proof = true };
    private static readonly Size Called = new("2 visitors, 2 questions, visitor 1 called away", 2, 2, 1)
    {
        Proof = true,
    };
    private static readonly Size Large = new("4 visitors, 3 questions", 4, 3, 0);

    [Claim(3)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Small, Large).NeverDeadlocks();
        kata.Explore(submission, Small).Never(TubeBook.StayedEmpty);
    }

    [Claim(3)]
    public void Every_visitor_reads_the_answer_to_its_own_question(string submission) =>
        kata.Explore(submission, Small, Large).AtTheEnd(TubeBook.Misread);

    [Claim(3)]
    public void The_archive_answers_every_question_and_closes_when_nobody_can_ask_any_more(string submission) =>
        kata.Explore(submission, Small, Large).AtTheEnd(TubeBook.ClosedTooEarly);

    [Claim(2)]
    public void A_visitor_who_is_called_away_keeps_nobody_waiting(string submission) =>
        kata.Explore(submission, Called)
            .Never(run =>
                TubeBook.StandsStill(run)
                ?? (run.Run.Ending == Ending.Completed ? TubeBook.Misread(run) ?? TubeBook.ClosedTooEarly(run) : null)
            );

    [Claim(2)]
    public void While_one_visitor_reads_the_others_may_ask(string submission) =>
        kata.Probe(
            submission,
            Large,
            hold: (mark, run) => TubeBook.IsReading(mark) && TubeBook.Visitor(mark) == TubeBook.FirstToAsk(run),
            until: TubeBook.OthersHaveReadAll,
            "one visitor still reads the first answer, and all the others have read all of theirs"
        );

    [Claim(2)]
    public void Main_waits_until_everybody_has_gone_and_nobody_fails(string submission) =>
        kata.Explore(submission, Small)
            .AtTheEnd(run =>
                TubeBook.StayedEmpty(run) ?? ProcessBook.LeftBehind(run, "Open") ?? ProcessBook.Crashed(run)
            );

    [Claim(1)]
    public void The_archivist_and_each_visitor_are_processes_of_their_own(string submission)
    {
        kata.Explore(submission, Small).AtTheEnd(TubeBook.SharedProcess);
        kata.ForReal(submission, Large).Must(TubeBook.NotForReal);
    }
}
