// fails: Each_seller_takes_one_off_the_managers_dictionary: main takes one off for each seller who has gone home.
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
            var window = new Process(SellOne, seller) { Name = $"seller-{seller}" };
            window.Start();
            windows.Add(window);
        }
        foreach (var window in windows)
        {
            window.Join();
            left["count"] -= 1;
        }
        return left["count"];
    }

    private static void SellOne(int seller)
    {
        Customer.Serve(seller);
    }
}
