namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        using var manager = new Manager();
        var book = manager.Dictionary<int, string>();
        for (var page = 0; page < 3; page++)
        {
            book[page] = new string('x', 100_000);
        }
        Console.WriteLine(book.ToDictionary().Count);
    }
}
