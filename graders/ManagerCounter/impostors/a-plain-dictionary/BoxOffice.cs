// fails: Each_seller_takes_one_off_the_managers_dictionary: an ordinary dictionary is copied into every child, and main keeps the one that nobody changed.
namespace ConcurrencyKatas.ManagerCounter;

public static class BoxOffice
{
    public static int Sell(int count, int sellers)
    {
        var left = new Dictionary<string, int> { ["count"] = count };
        var book = new Lock("book");
        var windows = new List<Process>();
        for (var seller = 1; seller <= sellers; seller++)
        {
            var window = new Process(SellOne, seller, left, book) { Name = $"seller-{seller}" };
            window.Start();
            windows.Add(window);
        }
        foreach (var window in windows)
        {
            window.Join();
        }
        return left["count"];
    }

    private static void SellOne(int seller, Dictionary<string, int> left, Lock book)
    {
        Customer.Serve(seller);
        using (book.Enter())
        {
            left["count"] -= 1;
        }
    }
}
