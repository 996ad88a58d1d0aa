namespace ConcurrencyKatas.ProducerConsumer;

public static class Bakery
{
    public static void Open(int bakers, int loaves, int sellers, int room)
    {
        var shelf = new Queue<Loaf?>(name: "shelf");
        var places = new Semaphore(room, "places");
        var baking = new List<Process>();
        var selling = new List<Process>();
        for (var baker = 1; baker <= bakers; baker++)
        {
            baking.Add(new Process(Bake, baker, loaves, shelf, places) { Name = $"baker-{baker}" });
        }
        for (var seller = 1; seller <= sellers; seller++)
        {
            selling.Add(new Process(Sell, seller, shelf, places) { Name = $"seller-{seller}" });
        }
        baking.ForEach(static baker => baker.Start());
        selling.ForEach(static seller => seller.Start());

        baking.ForEach(static baker => baker.Join());
        for (var seller = 1; seller <= sellers; seller++)
        {
            shelf.Put(null);
        }
        selling.ForEach(static seller => seller.Join());
    }

    private static void Bake(int baker, int loaves, Queue<Loaf?> shelf, Semaphore places)
    {
        for (var number = 1; number <= loaves; number++)
        {
            var loaf = Oven.Bake(baker, number);
            places.Acquire();
            shelf.Put(loaf);
        }
    }

    private static void Sell(int seller, Queue<Loaf?> shelf, Semaphore places)
    {
        while (shelf.Get() is { } loaf)
        {
            places.Release();
            Counter.Sell(seller, loaf);
        }
    }
}
