namespace ConcurrencyKatas.ZombiesAndOrphans;

public static class PostHouse
{
    public static int Open(int messengers, int places, bool branch)
    {
        var hall = new Hall(places);
        var (receiver, sender) = Pipe.Create(duplex: false);
        var away = new List<Process>();
        for (var number = 1; number <= messengers; number++)
        {
            away.Add(new Process(Messenger.Deliver, hall, number) { Name = $"messenger-{number}" });
        }
        if (branch)
        {
            away.Add(new Process(SendCourier, hall, sender) { Name = "branch" });
        }
        foreach (var process in away)
        {
            process.Start();
        }

        sender.Close();
        while (away.Count > 0)
        {
            foreach (var back in Process.WaitAny(away))
            {
                hall.SignOff(back.Name, back.ExitCode ?? 0);
                away.Remove(back);
            }
        }
        return branch ? receiver.Receive<int>() : 0;
    }

    private static void SendCourier(Hall hall, Connection sender)
    {
        var courier = new Process(Ride, hall, sender) { Name = "courier", IsDetached = true };
        courier.Start();
    }

    private static void Ride(Hall hall, Connection sender) => sender.Send(Courier.Ride(hall));
}
