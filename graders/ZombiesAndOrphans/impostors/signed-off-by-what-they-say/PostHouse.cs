// fails: Everybody_is_signed_off_once_after_the_end_with_the_right_exit_code: a messenger says that it is back, and is signed off while its process is still to end.
namespace ConcurrencyKatas.ZombiesAndOrphans;

public static class PostHouse
{
    public static int Open(int messengers, int places, bool branch)
    {
        var hall = new Hall(places);
        var home = new Queue<(string, int)>(name: "home");
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

        foreach (var _ in away.ToArray())
        {
            var (name, exitCode) = home.Get();
            hall.SignOff(name, exitCode);
        }
        foreach (var process in away)
        {
            process.Join();
        }
        return branch ? answers.Get() : 0;
    }

    private static void Deliver(Hall hall, int number, Queue<(string, int)> home)
    {
        var exitCode = 1;
        try
        {
            Messenger.Deliver(hall, number);
            exitCode = 0;
        }
        finally
        {
            home.Put(($"messenger-{number}", exitCode));
        }
    }

    private static void SendCourier(Hall hall, Queue<int> answers, Queue<(string, int)> home)
    {
        var courier = new Process(Ride, hall, answers) { Name = "courier", IsDetached = true };
        courier.Start();
        home.Put(("branch", 0));
    }

    private static void Ride(Hall hall, Queue<int> answers) => answers.Put(Courier.Ride(hall));
}
