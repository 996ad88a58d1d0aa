// fails: While_one_seller_serves_a_customer_the_others_may_sell: main waits for each pair of sellers before it starts the next pair.
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
            var window = new Process(SellOne, seller, left, book) { Name = $"seller-{seller}" };
            window.Start();
            windows.Add(window);
            if (windows.Count % 2 == 0)
            {
                windows.ForEach(static window => window.Join());
            }
        }
        foreach (var window in windows)
        {
            window.Join();
        }
        return left["count"];
    }

    private static void SellOne(int seller, DictionaryProxy<string, int> left, Lock book)
    {
        Customer.Serve(seller);
        using (book.Enter())
        {
            left["count"] -= 1;
        }
    }
}
