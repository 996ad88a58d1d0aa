namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    // Wrong in the first run of a warm worker, and right in the second if it is still the same one.
    private static class Counted<T>
    {
        public static int Openings;
    }

    public static void Open(int guests, int rooms, int clumsy)
    {
        Counted<string>.Openings++;
        var freeRooms = new Semaphore(Counted<string>.Openings == 1 ? rooms + 1 : rooms);
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
