// fails: No_sale_is_ever_lost: to sleep for different times makes it rare that two sellers meet, and never impossible.
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
        System.Threading.Thread.Sleep(seller * 50);
        left["count"] -= 1;
    }
}
