namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var inside = new List<Process>();
        for (var guest = 1; guest <= guests; guest--)
        {
            inside.Add(new Process(Stay.Enjoy, guest, clumsy) { Name = $"guest-{guest}" });
        }
        inside.ForEach(static guest => guest.Start());
        inside.ForEach(static guest => guest.Join());
    }
}
