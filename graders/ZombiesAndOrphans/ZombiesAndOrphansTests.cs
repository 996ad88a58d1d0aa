namespace ConcurrencyKatas.Graders.ZombiesAndOrphans;

/// <summary>What holds of every right post house.</summary>
[Kata("ZombiesAndOrphans")]
public sealed class ZombiesAndOrphansTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Crowd = new("3 messengers, 3 places", 3, 3, false) { Proof = true };

    // Who is back keeps the others out until signed off, so there is one order in which they end.
    private static readonly Size Narrow = new("3 messengers, 1 place", 3, 1, false) { Proof = true };
    private static readonly Size Branch = new("2 messengers, 2 places, a branch", 2, 2, true) { Proof = true };
    private static readonly Size Day = new("4 messengers, 1 place, a branch", 4, 1, true);

    // Only the system has a process table in which zombies pile up. A hundred processes take seconds to start.
    private static readonly Size Burst = new("100 messengers, 100 places", 100, 100, false);
    private static readonly Size QuickBurst = new("24 messengers, 24 places", 24, 24, false);

    [Claim(3)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Crowd, Narrow, Branch, Day).NeverDeadlocks(thenForReal: Day);
        kata.Explore(submission, Crowd, Narrow, Branch, Day).Never(HallBook.StayedEmpty);
    }

    [Claim(3)]
    public void Everybody_is_signed_off_once_after_the_end_with_the_right_exit_code(string submission) =>
        kata.Explore(submission, Crowd, Narrow, Branch, Day)
            .AtTheEnd(run => HallBook.NotSignedOff(run) ?? HallBook.SharedProcess(run));

    [Claim(2)]
    public void Nobody_waits_for_one_who_is_still_away(string submission)
    {
        foreach (var number in (int[])[1, 2, 3])
        {
            kata.Probe(
                submission,
                Crowd,
                hold: mark => HallBook.IsOnTheWay(mark) && mark.Object == HallBook.Messenger(number),
                until: run => HallBook.SignedOff(run) == 2,
                $"messenger {number} is still on the way, and the other two are signed off"
            );
        }
        kata.Probe(
            submission,
            Branch,
            hold: HallBook.IsOnTheWay,
            until: run => HallBook.SignedOff(run) == 1,
            "both messengers are still on the way, and the branch is signed off"
        );
        kata.Probe(
            submission,
            Branch,
            hold: HallBook.IsOnTheRoad,
            until: run => HallBook.SignedOff(run) == 3,
            "the courier is still on the road, and the branch and both messengers are signed off"
        );
    }

    [Claim(2)]
    public void Who_is_back_is_signed_off_before_those_who_come_later(string submission)
    {
        kata.Explore(submission, Crowd, Narrow, Branch).AtTheEnd(HallBook.PassedOver);
        kata.ForReal(submission, Day).Must(HallBook.OutOfOrder);
    }

    [Claim(2)]
    public void Main_sleeps_until_somebody_is_back(string submission) =>
        kata.Explore(submission, Crowd, Narrow, Branch).Never(run => HallBook.Asks(run) ?? HallBook.StayedEmpty(run));

    [Claim(2)]
    public void No_zombie_is_left_behind(string submission)
    {
        kata.Explore(submission, Crowd, Narrow, Branch).AtTheEnd(HallBook.LeftBehind);
        var burst = kata.IsQuick(submission) ? QuickBurst : Burst;
        kata.ForReal(submission, burst, explored: Crowd).Must(HallBook.StillInTheTable);
    }

    [Claim(3)]
    public void The_courier_outlives_the_branch_and_main_gets_the_answer(string submission)
    {
        kata.Explore(submission, Branch, Day)
            .AtTheEnd(run => CourierBook.NotAnOrphan(run) ?? CourierBook.NoAnswer(run));
        kata.ForReal(submission, Day).Must(CourierBook.NotAdopted);
    }
}
