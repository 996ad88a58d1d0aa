// fails: Every_loaf_is_baked_and_then_sold_once: the first baker to be done sends all sellers home, and the others still bake.
namespace ConcurrencyKatas.ProducerConsumer;

public static class Bakery
{
    public static void Open(int bakers, int loaves, int sellers, int room)
    {
        var shelf = new Queue<Loaf?>(room, "shelf");
        var first = new Value<int>(0, "first");
        var baking = new List<Process>();
        var selling = new List<Process>();
        for (var baker = 1; baker <= bakers; baker++)
        {
            baking.Add(new Process(Bake, baker, loaves, sellers, shelf, first) { Name = $"baker-{baker}" });
        }
        for (var seller = 1; seller <= sellers; seller++)
        {
            selling.Add(new Process(Sell, seller, shelf) { Name = $"seller-{seller}" });
        }
        baking.ForEach(static baker => baker.Start());
        selling.ForEach(static seller => seller.Start());

        baking.ForEach(static baker => baker.Join());
        selling.ForEach(static seller => seller.Join());
    }

    private static void Bake(int baker, int loaves, int sellers, Queue<Loaf?> shelf, Value<int> first)
    {
        for (var number = 1; number <= loaves; number++)
        {
            shelf.Put(Oven.Bake(baker, number));
        }
        if (first.Add(1) == 1)
        {
            for (var seller = 1; seller <= sellers; seller++)
            {
                shelf.Put(null);
            }
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
