// fails: Each_seller_takes_one_off_the_managers_dictionary: each seller makes a manager, with a book that nobody else ever sees.
namespace ConcurrencyKatas.ManagerCounter;

public static class BoxOffice
{
    public static int Sell(int count, int sellers)
    {
        using var manager = new Manager();
        var left = manager.Dictionary<string, int>(name: "left");
        left["count"] = count;
        var book = new Lock("book");
        var windows = new List<Process>();
        for (var seller = 1; seller <= sellers; seller++)
        {
            var window = new Process(SellOne, seller, count, book) { Name = $"seller-{seller}" };
            window.Start();
            windows.Add(window);
        }
        foreach (var window in windows)
        {
            window.Join();
        }
        return left["count"];
    }

    private static void SellOne(int seller, int count, Lock book)
    {
        Customer.Serve(seller);
        using var manager = new Manager();
        var left = manager.Dictionary<string, int>(name: "left");
        left["count"] = count;
        using (book.Enter())
        {
            left["count"] -= 1;
        }
    }
}
