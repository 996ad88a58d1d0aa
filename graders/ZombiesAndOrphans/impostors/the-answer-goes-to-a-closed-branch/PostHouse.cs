// deadlock: the only one who could receive the answer is the branch, which has ended, so main waits for ever.
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
                hall.SignOff(back.Name, back.ExitCode ?? 0);
                away.Remove(back);
            }
        }
        return branch ? answers.Get() : 0;
    }

    private static void SendCourier(Hall hall, Queue<int> answers)
    {
        var own = new Queue<int>(name: "answers of the branch");
        var courier = new Process(Ride, hall, own) { Name = "courier", IsDetached = true };
        courier.Start();
        if (own.TryGet(out var answer))
        {
            answers.Put(answer);
        }
    }

    private static void Ride(Hall hall, Queue<int> answers) => answers.Put(Courier.Ride(hall));
}
