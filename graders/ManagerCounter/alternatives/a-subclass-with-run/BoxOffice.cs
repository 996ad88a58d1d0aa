namespace ConcurrencyKatas.ManagerCounter;

public static class BoxOffice
{
    public static int Sell(int count, int sellers)
    {
        using var manager = new Manager();
        var left = manager.Dictionary<string, int>(name: "left");
        left["count"] = count;
        var book = manager.Lock("book");
        var windows = Enumerable.Range(1, sellers).Select(seller => new Window(seller, left, book)).ToList();
        windows.ForEach(static window => window.Start());
        windows.ForEach(static window => window.Join());
        return left["count"];
    }

    private sealed class Window : Process
    {
        private readonly int _seller;
        private readonly DictionaryProxy<string, int> _left;
        private readonly Acquirable _book;

        public Window(int seller, DictionaryProxy<string, int> left, Acquirable book)
        {
            Name = $"seller-{seller}";
            (_seller, _left, _book) = (seller, left, book);
        }

        public override void Run()
        {
            Customer.Serve(_seller);
            using (_book.Enter())
            {
                _left["count"] -= 1;
            }
        }
    }
}
