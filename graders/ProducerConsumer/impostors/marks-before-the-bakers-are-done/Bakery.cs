// deadlock: the end marks are put first, so the sellers go home, and bakers wait for room on a shelf that nobody empties.
namespace ConcurrencyKatas.ProducerConsumer;

public static class Bakery
{
    public static void Open(int bakers, int loaves, int sellers, int room)
    {
        var shelf = new Queue<Loaf?>(room, "shelf");
        var baking = new List<Process>();
        var selling = new List<Process>();
        for (var baker = 1; baker <= bakers; baker++)
        {
            baking.Add(new Process(Bake, baker, loaves, shelf) { Name = $"baker-{baker}" });
        }
        for (var seller = 1; seller <= sellers; seller++)
        {
            selling.Add(new Process(Sell, seller, shelf) { Name = $"seller-{seller}" });
        }
        baking.ForEach(static baker => baker.Start());
        selling.ForEach(static seller => seller.Start());

        for (var seller = 1; seller <= sellers; seller++)
        {
            shelf.Put(null);
        }
        baking.ForEach(static baker => baker.Join());
        selling.ForEach(static seller => seller.Join());
    }

    private static void Bake(int baker, int loaves, Queue<Loaf?> shelf)
    {
        for (var number = 1; number <= loaves; number++)
        {
            shelf.Put(Oven.Bake(baker, number));
        }
    }

    private static void Sell(int seller, Queue<Loaf?> shelf)
    {
        while (shelf.Get() is { } loaf)
        {
            Counter.Sell(seller, loaf);
        }
    }
}
