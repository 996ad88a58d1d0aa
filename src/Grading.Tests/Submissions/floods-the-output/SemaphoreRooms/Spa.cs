namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var line = new string('x', 10_000);
        for (var i = 0; i < 10_000; i++)
        {
            Console.WriteLine(line);
        }
    }
}
