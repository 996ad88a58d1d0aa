// fails: No_sale_is_ever_lost: an update of several entries at once is atomic, and the reading before it is not part of it.
namespace ConcurrencyKatas.ManagerCounter;

public static class BoxOffice
{
    public static int Sell(int count, int sellers)
    {
        using var manager = new Manager();
        var left = manager.Dictionary<string, int>(name: "left");
        left["count"] = count;
        var windows = new List<Process>();
        for (var seller = 1; seller <= sellers; seller++)
        {
            var window = new Process(SellOne, seller, left) { Name = $"seller-{seller}" };
            window.Start();
            windows.Add(window);
        }
        foreach (var window in windows)
        {
            window.Join();
        }
        return left["count"];
    }

    private static void SellOne(int seller, DictionaryProxy<string, int> left)
    {
        Customer.Serve(seller);
        var count = left["count"];
        left.Update(new Dictionary<string, int> { [$"seller {seller}"] = 1, ["count"] = count - 1 });
    }
}
