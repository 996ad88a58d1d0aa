// fails: Each_seller_takes_one_off_the_managers_dictionary: a static field has a copy in every process, and main sees its own only.
namespace ConcurrencyKatas.ManagerCounter;

public static class BoxOffice
{
    private static int s_count;

    public static int Sell(int count, int sellers)
    {
        s_count = count;
        var book = new Lock("book");
        var windows = new List<Process>();
        for (var seller = 1; seller <= sellers; seller++)
        {
            var window = new Process(SellOne, seller, book) { Name = $"seller-{seller}" };
            window.Start();
            windows.Add(window);
        }
        foreach (var window in windows)
        {
            window.Join();
        }
        return s_count;
    }

    private static void SellOne(int seller, Lock book)
    {
        Customer.Serve(seller);
        using (book.Enter())
        {
            s_count -= 1;
        }
    }
}
