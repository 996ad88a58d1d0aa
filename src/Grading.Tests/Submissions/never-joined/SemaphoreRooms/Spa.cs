namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(rooms);
        for (var guest = 1; guest <= guests; guest++)
        {
            new Process(Visit, guest, clumsy, freeRooms) { Name = $"guest-{guest}" }.Start();
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
