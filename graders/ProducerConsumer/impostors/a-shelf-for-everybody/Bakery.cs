// deadlock: each process makes a shelf of its own, so the sellers wait at empty ones.
namespace ConcurrencyKatas.ProducerConsumer;

public static class Bakery
{
    public static void Open(int bakers, int loaves, int sellers, int room)
    {
        var baking = new List<Process>();
        var selling = new List<Process>();
        for (var baker = 1; baker <= bakers; baker++)
        {
            baking.Add(new Process(Bake, baker, loaves, room) { Name = $"baker-{baker}" });
        }
        for (var seller = 1; seller <= sellers; seller++)
        {
            selling.Add(new Process(Sell, seller, room) { Name = $"seller-{seller}" });
        }
        baking.ForEach(static baker => baker.Start());
        selling.ForEach(static seller => seller.Start());

        baking.ForEach(static baker => baker.Join());
        selling.ForEach(static seller => seller.Join());
    }

    private static void Bake(int baker, int loaves, int room)
    {
        var shelf = new Queue<Loaf?>(room, "shelf");
        for (var number = 1; number <= loaves; number++)
        {
            shelf.Put(Oven.Bake(baker, number));
        }
    }

    private static void Sell(int seller, int room)
    {
        var shelf = new Queue<Loaf?>(room, "shelf");
        while (shelf.Get() is { } loaf)
        {
            Counter.Sell(seller, loaf);
        }
    }
}
