// fails: As_many_guests_may_be_inside_together_as_there_are_rooms: the count starts one too low, so one room is never used.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(rooms - 1, "free rooms");
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

    private static void Visit(int guest, int clumsy, Semaphore freeRooms)
    {
        using (freeRooms.Enter())
        {
            Stay.Enjoy(guest, clumsy);
        }
    }
}
