namespace ConcurrencyKatas.ZombiesAndOrphans;

public static class PostHouse
{
    public static int Open(int messengers, int places, bool branch)
    {
        var hall = new Hall(places);
        var home = new Queue<string>(name: "home");
        var answers = new Queue<int>(name: "answers");
        var away = new List<Process>();
        for (var number = 1; number <= messengers; number++)
        {
            away.Add(new Process(Deliver, hall, number, home) { Name = $"messenger-{number}" });
        }
        if (branch)
        {
            away.Add(new Process(SendCourier, hall, answers, home) { Name = "branch" });
        }
        foreach (var process in away)
        {
            process.Start();
        }

        while (away.Count > 0)
        {
            var name = home.Get();
            var back = away.Single(process => process.Name == name);
            back.Join();
            hall.SignOff(name, back.ExitCode ?? 0);
            away.Remove(back);
        }
        return branch ? answers.Get() : 0;
    }

    private static void Deliver(Hall hall, int number, Queue<string> home)
    {
        try
        {
            Messenger.Deliver(hall, number);
        }
        finally
        {
            home.Put($"messenger-{number}");
        }
    }

    private static void SendCourier(Hall hall, Queue<int> answers, Queue<string> home)
    {
        var courier = new Process(Ride, hall, answers) { Name = "courier", IsDetached = true };
        courier.Start();
        home.Put("branch");
    }

    private static void Ride(Hall hall, Queue<int> answers) => answers.Put(Courier.Ride(hall));
}
