// fails: Never_more_guests_are_inside_than_there_are_rooms: a static field is made anew in every process, so each guest has a semaphore of its own.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    private static readonly Semaphore s_freeRooms = new(2, "free rooms");

    public static void Open(int guests, int rooms, int clumsy)
    {
        var visits = new List<Process>();
        for (var guest = 1; guest <= guests; guest++)
        {
            var visit = new Process(Visit, guest, clumsy) { Name = $"guest-{guest}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
    }

    private static void Visit(int guest, int clumsy)
    {
        using (s_freeRooms.Enter())
        {
            Stay.Enjoy(guest, clumsy);
        }
    }
}
