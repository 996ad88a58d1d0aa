// fails: Everybody_is_signed_off_once_after_the_end_with_the_right_exit_code: main takes for granted that all has gone well, and does not ask how it has.
namespace ConcurrencyKatas.ZombiesAndOrphans;

public static class PostHouse
{
    public static int Open(int messengers, int places, bool branch)
    {
        var hall = new Hall(places);
        var answers = new Queue<int>(name: "answers");
        var away = new List<Process>();
        for (var number = 1; number <= messengers; number++)
        {
            away.Add(new Process(Messenger.Deliver, hall, number) { Name = $"messenger-{number}" });
        }
        if (branch)
        {
            away.Add(new Process(SendCourier, hall, answers) { Name = "branch" });
        }
        foreach (var process in away)
        {
            process.Start();
        }

        while (away.Count > 0)
        {
            foreach (var back in Process.WaitAny(away))
            {
                back.Join();
                hall.SignOff(back.Name, 0);
                away.Remove(back);
            }
        }
        return branch ? answers.Get() : 0;
    }

    private static void SendCourier(Hall hall, Queue<int> answers)
    {
        var courier = new Process(Ride, hall, answers) { Name = "courier", IsDetached = true };
        courier.Start();
    }

    private static void Ride(Hall hall, Queue<int> answers) => answers.Put(Courier.Ride(hall));
}
