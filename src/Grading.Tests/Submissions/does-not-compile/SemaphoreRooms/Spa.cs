namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(rooms)
        freeRooms.Acquire();
    }
}
