namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    // One room too many from the second run of a warm worker on, if nobody resets it.
    private static int s_openings;

    public static void Open(int guests, int rooms, int clumsy)
    {
        s_openings++;
        var freeRooms = new Semaphore(rooms + s_openings - 1);
        var visits = new List<Process>();
        for (var guest = 1; guest <= guests; guest++)
        {
            var visit = new Process(Visit, guest, clumsy, freeRooms) { Name = $"guest-{guest}" };
            visit.Start();
            visits.Add(visit);
        }
        visits.ForEach(v => v.Join());
    }

    private static void Visit(int guest, int clumsy, Semaphore freeRooms)
    {
        using (freeRooms.Enter())
        {
            Stay.Enjoy(guest, clumsy);
        }
    }
}
