// fails: Each_seller_takes_one_off_the_managers_dictionary: the number is kept by the manager, but not in the book.
namespace ConcurrencyKatas.ManagerCounter;

public static class BoxOffice
{
    public static int Sell(int count, int sellers)
    {
        using var manager = new Manager();
        var left = manager.Value(count, "left");
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
        return left.Value;
    }

    private static void SellOne(int seller, ValueProxy<int> left, Lock book)
    {
        Customer.Serve(seller);
        using (book.Enter())
        {
            left.Value -= 1;
        }
    }
}
