namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(rooms);
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
        throw new InvalidOperationException($"guest {guest} forgot the towel");
    }
}
