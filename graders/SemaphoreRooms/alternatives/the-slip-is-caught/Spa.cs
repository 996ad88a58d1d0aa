// passes: the guest catches the slip, so its process ends with exit code 0.
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
        try
        {
            Stay.Enjoy(guest, clumsy);
        }
        catch (SlippedException slipped)
        {
            Console.WriteLine(slipped.Message);
        }
        freeRooms.Release();
    }
}
