// fails: Every_customer_is_served_and_main_waits_for_all_sellers: main reads the book and closes the manager while sellers still work.
namespace ConcurrencyKatas.ManagerCounter;

public static class BoxOffice
{
    public static int Sell(int count, int sellers)
    {
        using var manager = new Manager();
        var left = manager.Dictionary<string, int>(name: "left");
        left["count"] = count;
        var book = new Lock("book");
        for (var seller = 1; seller <= sellers; seller++)
        {
            var window = new Process(SellOne, seller, left, book) { Name = $"seller-{seller}" };
            window.Start();
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
