// fails: Never_more_guests_are_inside_than_there_are_rooms: the guest gives the room back at the door, before the stay.
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
        freeRooms.Release();
        Stay.Enjoy(guest, clumsy);
    }
}
