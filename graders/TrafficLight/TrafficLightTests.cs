namespace ConcurrencyKatas.Graders.TrafficLight;

/// <summary>What holds of every right crossing.</summary>
[Kata("TrafficLight")]
public sealed class TrafficLightTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Wave = new("1 ferry, 3 cars", 1, 3);

    // What the first ferry leaves behind is met by the second.
    private static readonly Size Twice = new("2 ferries, 2 cars each", 2, 2) { Proof = true };
    private static readonly Size Day = new("3 ferries, 3 cars each", 3, 3);

    [Claim(2)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Wave, Twice, Day).NeverDeadlocks();
        kata.Explore(submission, Wave, Twice, Day).Never(CrossingBook.StayedEmpty);
    }

    [Claim(3)]
    public void No_car_is_on_the_crossing_while_the_light_is_red(string submission) =>
        kata.Explore(submission, Wave, Twice, Day)
            .Never(run => CrossingBook.OnRed(run) ?? CrossingBook.StayedEmpty(run));

    [Claim(2)]
    public void Every_car_crosses_once_on_the_green_of_its_ferry(string submission) =>
        kata.Explore(submission, Wave, Twice, Day)
            .AtTheEnd(run =>
                CrossingBook.NotAcross(run)
                ?? CrossingBook.Misled(run)
                ?? CrossingBook.Crashed(run)
                ?? CrossingBook.LeftBehind(run)
            );

    [Claim(2)]
    public void All_who_wait_may_cross_together_on_one_green(string submission) =>
        kata.Probe(
            submission,
            Wave,
            hold: (mark, run) =>
                CrossingBook.IsLeaving(mark) || (CrossingBook.IsTurningGreen(mark) && CrossingBook.Arrived(run) < 3),
            until: run => CrossingBook.Inside(run).Count == 3,
            "all three cars come while the light is red, and are on the crossing together when it is green"
        );

    [Claim(2)]
    public void A_car_that_comes_on_green_need_not_stop(string submission) =>
        kata.Probe(
            submission,
            Wave,
            hold: (mark, run) =>
                CrossingBook.IsLeaving(mark)
                || (
                    CrossingBook.IsArriving(mark)
                    && CrossingBook.Arrived(run) > 0
                    && CrossingBook.Inside(run).Count == 0
                ),
            until: run => CrossingBook.Inside(run).Count == 3,
            "two cars come while another is on the crossing, and drive on without stopping"
        );

    [Claim(2)]
    public void A_car_that_waits_sleeps_until_it_is_woken(string submission) =>
        kata.Explore(submission, Wave, Twice).Never(run => CrossingBook.Asks(run) ?? CrossingBook.StayedEmpty(run));

    [Claim(1)]
    public void Each_car_is_a_process_of_its_own(string submission)
    {
        kata.Explore(submission, Twice).AtTheEnd(CrossingBook.SharedProcess);
        kata.ForReal(submission, Day).Must(CrossingBook.NotAProcessEach);
    }
}
