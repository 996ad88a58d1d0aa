// fails: No_zombie_is_left_behind: the manager that keeps the answer is a process too, and is still there when Open returns.
namespace ConcurrencyKatas.ZombiesAndOrphans;

public static class PostHouse
{
    public static int Open(int messengers, int places, bool branch)
    {
        var hall = new Hall(places);
        var manager = new Manager();
        var answer = manager.Value(0, "answer");
        var arrived = new Event("the answer is there");
        var away = new List<Process>();
        for (var number = 1; number <= messengers; number++)
        {
            away.Add(new Process(Messenger.Deliver, hall, number) { Name = $"messenger-{number}" });
        }
        if (branch)
        {
            away.Add(new Process(SendCourier, hall, answer, arrived) { Name = "branch" });
        }
        foreach (var process in away)
        {
            process.Start();
        }

        while (away.Count > 0)
        {
            foreach (var back in Process.WaitAny(away))
            {
                hall.SignOff(back.Name, back.ExitCode ?? 0);
                away.Remove(back);
            }
        }
        if (branch)
        {
            arrived.Wait();
        }
        return answer.Value;
    }

    private static void SendCourier(Hall hall, ValueProxy<int> answer, Event arrived)
    {
        var courier = new Process(Ride, hall, answer, arrived) { Name = "courier", IsDetached = true };
        courier.Start();
    }

    private static void Ride(Hall hall, ValueProxy<int> answer, Event arrived)
    {
        answer.Value = Courier.Ride(hall);
        arrived.Set();
    }
}
