// fails: Nobody_waits_for_one_who_is_still_away: when the branch is signed off main waits for the courier, and for nobody else.
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

        var answer = 0;
        while (away.Count > 0)
        {
            foreach (var back in Process.WaitAny(away))
            {
                hall.SignOff(back.Name, back.ExitCode ?? 0);
                away.Remove(back);
                answer += back.Name == "branch" ? answers.Get() : 0;
            }
        }
        return answer;
    }

    private static void SendCourier(Hall hall, Queue<int> answers)
    {
        var courier = new Process(Ride, hall, answers) { Name = "courier", IsDetached = true };
        courier.Start();
    }

    private static void Ride(Hall hall, Queue<int> answers) => answers.Put(Courier.Ride(hall));
}
