namespace ConcurrencyKatas.ManagerCounter;

/// <summary>A box office with a process for every window, and one book that a manager keeps for all of them.</summary>
public static class BoxOffice
{
    /// <summary>Opens every window, sells one ticket at each, and closes. Runs in the main process.</summary>
    /// <param name="count">How many tickets there are.</param>
    /// <param name="sellers">How many windows there are; sellers are numbered from 1.</param>
    /// <returns>How many tickets are left.</returns>
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
        }
        foreach (var window in windows)
        {
            window.Join();
        }
        return left["count"];
    }

    /// <summary>One seller sells one ticket. Runs in the seller's own process.</summary>
    private static void SellOne(int seller, DictionaryProxy<string, int> left, Lock book)
    {
        Customer.Serve(seller);
        using (book.Enter())
        {
            left["count"] -= 1;
        }
    }
}
