namespace ConcurrencyKatas.Graders.DaemonProcess;

/// <summary>What holds of every right night at the kiln.</summary>
[Kata("DaemonProcess")]
public sealed class DaemonProcessTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Night = new("3 steps", 3, 0) { Proof = true };
    private static readonly Size Cracked = new("3 steps, the kiln cracks at step 3", 3, 3) { Proof = true };

    [Claim(3)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Night, Cracked).NeverDeadlocks();
        kata.Explore(submission, Night, Cracked).Never(KilnBook.StayedCold);
    }

    [Claim(4)]
    public void Every_step_that_was_heated_is_in_the_logbook_when_main_has_ended(string submission) =>
        kata.Explore(submission, Night, Cracked)
            .AtTheEnd(run => KilnBook.WrittenTooSoon(run) ?? KilnBook.NotWritten(run));

    [Claim(2)]
    public void When_the_kiln_cracks_main_ends_by_that_exception(string submission)
    {
        kata.Explore(submission, Cracked).AtTheEnd(KilnBook.KeptQuiet);
        kata.Explore(submission, Night).AtTheEnd(KilnBook.Crashed);
    }

    [Claim(2)]
    public void Nobody_waits_for_the_display(string submission)
    {
        foreach (var size in (Size[])[Night, Cracked])
        {
            kata.Probe(
                submission,
                size,
                hold: KilnBook.IsShowing,
                until: KilnBook.MainHasEnded,
                "the display is still busy with step 1, and main has ended"
            );
        }
    }

    [Claim(2)]
    public void The_display_shows_and_the_clerk_writes_while_main_heats(string submission) =>
        kata.Probe(
            submission,
            Night,
            hold: mark => KilnBook.IsHeating(mark) && mark.Object == "step 3",
            until: KilnBook.FirstTwoAreShownAndWritten,
            "main has not heated step 3 yet, and steps 1 and 2 are shown and written down"
        );

    [Claim(2)]
    public void Main_heats_on_while_the_clerk_writes(string submission) =>
        kata.Probe(
            submission,
            Night,
            hold: KilnBook.IsWriting,
            until: run => run.Marks.Count(KilnBook.IsHeating) == 3,
            "the clerk is still writing step 1 down, and all steps are heated"
        );

    [Claim(2)]
    public void The_display_is_ended_with_main_and_nothing_is_left_behind(string submission)
    {
        kata.Explore(submission, Night, Cracked).AtTheEnd(KilnBook.NotADaemon);
        kata.ForReal(submission, Night).Must(KilnBook.Remains);
        kata.ForReal(submission, Cracked).Must(KilnBook.Remains);
    }
}
