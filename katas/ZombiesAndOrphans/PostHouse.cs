namespace ConcurrencyKatas.ZombiesAndOrphans;

/// <summary>A day at the post house: main sends messengers out and signs off who is back.</summary>
public static class PostHouse
{
    /// <summary>Opens the post house for a day. Runs in the main process.</summary>
    /// <param name="messengers">How many messengers there are; they are numbered from 1.</param>
    /// <param name="places">For how many of them there is room in the hall.</param>
    /// <param name="branch">Whether there is a branch, which sends a courier to the capital.</param>
    /// <returns>The courier's answer; 0 when there is no branch.</returns>
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

        foreach (var process in away)
        {
            process.Join();
            hall.SignOff(process.Name, 0);
        }
        return branch ? answers.Get() : 0;
    }

    /// <summary>The branch sends its courier and closes. Runs in a process of its own.</summary>
    private static void SendCourier(Hall hall, Queue<int> answers)
    {
        var courier = new Process(Ride, hall, answers) { Name = "courier" };
        courier.Start();
        courier.Join();
    }

    /// <summary>Rides to the capital. Runs in a process of its own, a child of the branch.</summary>
    private static void Ride(Hall hall, Queue<int> answers) => answers.Put(Courier.Ride(hall));
}
