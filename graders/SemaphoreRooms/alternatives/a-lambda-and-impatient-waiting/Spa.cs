// passes: a lambda without captures, waits that give up and go on, and the last guest joined first.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(rooms);
        var visits = new List<Process>();
        for (var guest = 1; guest <= guests; guest++)
        {
            visits.Add(
                new Process(
                    (int me, int slips, Semaphore desk) =>
                    {
                        while (!desk.TryAcquire(TimeSpan.FromSeconds(1)))
                        {
                            Console.WriteLine("Still waiting.");
                        }
                        try
                        {
                            Stay.Enjoy(me, slips);
                        }
                        finally
                        {
                            desk.Release();
                        }
                    },
                    guest,
                    clumsy,
                    freeRooms
                )
            );
        }
        foreach (var visit in visits)
        {
            visit.Start();
        }
        for (var last = visits.Count - 1; last >= 0; last--)
        {
            visits[last].Join();
        }
    }
}
