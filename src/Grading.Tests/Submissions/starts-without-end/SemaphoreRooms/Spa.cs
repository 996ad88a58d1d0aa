namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        for (var guest = 1; ; guest++)
        {
            new Process(Stay.Enjoy, guest, clumsy) { Name = $"guest-{guest}" }.Start();
        }
    }
}
