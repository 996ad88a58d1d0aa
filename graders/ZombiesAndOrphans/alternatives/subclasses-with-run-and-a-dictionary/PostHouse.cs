namespace ConcurrencyKatas.ZombiesAndOrphans;

public static class PostHouse
{
    public static int Open(int messengers, int places, bool branch)
    {
        var hall = new Hall(places);
        var answers = new SimpleQueue<int>(name: "answers");
        var away = new Dictionary<Process, string>();
        if (branch)
        {
            away.Add(new BranchOffice(hall, answers), "branch");
        }
        for (var number = 1; number <= messengers; number++)
        {
            away.Add(new Walker(hall, number), $"messenger-{number}");
        }
        foreach (var process in away.Keys)
        {
            process.Start();
        }
        while (away.Count > 0)
        {
            foreach (var back in Connection.WaitAny([], away.Keys, System.Threading.Timeout.InfiniteTimeSpan).Processes)
            {
                back.Join();
                hall.SignOff(away[back], back.ExitCode!.Value);
                away.Remove(back);
            }
        }
        return branch ? answers.Get() : 0;
    }

    private sealed class Walker(Hall hall, int number) : Process
    {
        public override void Run() => Messenger.Deliver(hall, number);
    }

    private sealed class BranchOffice(Hall hall, SimpleQueue<int> answers) : Process
    {
        public override void Run() => new Rider(hall, answers) { IsDetached = true }.Start();
    }

    private sealed class Rider(Hall hall, SimpleQueue<int> answers) : Process
    {
        public override void Run() => answers.Put(Courier.Ride(hall));
    }
}
