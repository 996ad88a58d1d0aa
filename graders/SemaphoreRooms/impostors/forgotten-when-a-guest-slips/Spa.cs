// fails: A_guest_who_slips_still_frees_the_room: the release after the stay is skipped by the exception.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
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

    private static void Visit(int guest, int clumsy, Semaphore freeRooms)
    {
        freeRooms.Acquire();
        Stay.Enjoy(guest, clumsy);
        freeRooms.Release();
    }
}
