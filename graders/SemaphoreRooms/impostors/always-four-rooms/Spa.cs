// fails: Never_more_guests_are_inside_than_there_are_rooms: it builds the spa of the story and ignores how many rooms this one has.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(4, "free rooms");
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
