// fails: Nobody_waits_for_one_who_is_still_away: the branch is looked for when all the messengers are back.
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
        foreach (var process in away)
        {
            process.Start();
        }
        var office = new Process(SendCourier, hall, answers) { Name = "branch" };
        if (branch)
        {
            office.Start();
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
            office.Join();
            hall.SignOff(office.Name, office.ExitCode ?? 0);
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
