namespace ConcurrencyKatas.SemaphoreRooms;

/// <summary>A spa with a few rooms and many guests.</summary>
public static class Spa
{
    /// <summary>Serves every guest and returns when the last one has gone home. Runs in the main process.</summary>
    /// <param name="guests">How many guests come; they are numbered from 1.</param>
    /// <param name="rooms">How many rooms there are. A room takes one guest at a time.</param>
    /// <param name="clumsy">The number of the guest who slips; 0 when nobody does.</param>
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(rooms, "free rooms");
        var visits = new List<Process>();
        for (var guest = 1; guest <= guests; guest++)
        {
            var visit = new Process(Visit, guest, clumsy, freeRooms) { Name = $"guest-{guest}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
    }

    /// <summary>One guest's visit. Runs in the guest's own process, which sees its arguments only.</summary>
    private static void Visit(int guest, int clumsy, Semaphore freeRooms)
    {
        using (freeRooms.Enter())
        {
            Stay.Enjoy(guest, clumsy);
        }
    }
}
