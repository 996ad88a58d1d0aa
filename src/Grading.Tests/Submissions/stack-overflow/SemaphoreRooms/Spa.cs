namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        Deeper(guests);
    }

    private static int Deeper(int depth)
    {
        return Deeper(depth + 1) + 1;
    }
}
