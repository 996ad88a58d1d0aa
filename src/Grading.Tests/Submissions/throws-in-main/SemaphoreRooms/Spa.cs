namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        throw new InvalidOperationException("the spa is closed today");
    }
}
