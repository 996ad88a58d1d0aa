namespace ConcurrencyKatas.Graders.SemaphoreRooms;

/// <summary>What holds of every right spa.</summary>
[Kata("SemaphoreRooms")]
public sealed class SemaphoreRoomsTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Small = new("3 guests, 2 rooms", 3, 2, 0) { Proof = true };

    // One more than there are rooms, so that somebody waits.
    private static readonly Size Large = new("5 guests, 4 rooms", 5, 4, 0);

    // With a single room, a room that is lost is missed by whoever comes next.
    private static readonly Size Clumsy = new("3 guests, 1 room, guest 1 slips", 3, 1, 1) { Proof = true };

    [Claim(2)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Small, Large).NeverDeadlocks(thenForReal: Small);
        kata.Explore(submission, Small, Large).Never(SpaBook.StayedEmpty);
    }

    [Claim(3)]
    public void Never_more_guests_are_inside_than_there_are_rooms(string submission) =>
        kata.Explore(submission, Small, Large).Never(run => SpaBook.Overcrowded(run) ?? SpaBook.StayedEmpty(run));

    [Claim(2)]
    public void Every_guest_is_served_and_main_waits_for_all(string submission) =>
        kata.Explore(submission, Small)
            .AtTheEnd(run => SpaBook.Unserved(run) ?? SpaBook.Crashed(run) ?? SpaBook.LeftBehind(run));

    [Claim(2)]
    public void As_many_guests_may_be_inside_together_as_there_are_rooms(string submission) =>
        kata.Probe(
            submission,
            Small,
            hold: SpaBook.IsLeaving,
            until: run => SpaBook.Inside(run).Count == 2,
            "two guests are inside together"
        );

    [Claim(2)]
    public void When_a_guest_leaves_a_waiting_one_may_enter_while_others_are_still_inside(string submission) =>
        kata.Probe(
            submission,
            Small,
            hold: (mark, run) => SpaBook.IsLeaving(mark) && SpaBook.Guest(mark) == SpaBook.FirstInside(run),
            until: run => SpaBook.Entered(run) == 3,
            "the guest who came first is still inside, another has left, and the third has entered"
        );

    [Claim(2)]
    public void A_guest_who_slips_still_frees_the_room(string submission) =>
        kata.Explore(submission, Clumsy)
            .Never(run => SpaBook.RoomLost(run) ?? (run.Run.Ending == Ending.Completed ? SpaBook.Unserved(run) : null));

    [Claim(1)]
    public void Each_guest_is_a_process_of_its_own(string submission)
    {
        kata.Explore(submission, Small).AtTheEnd(SpaBook.SharedProcess);
        kata.ForReal(submission, Small).Must(SpaBook.NotAProcessEach);
    }
}
