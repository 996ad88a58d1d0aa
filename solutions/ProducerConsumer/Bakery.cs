namespace ConcurrencyKatas.ProducerConsumer;

/// <summary>A bakery: bakers put their bread on a shelf, sellers take it from there.</summary>
public static class Bakery
{
    /// <summary>Bakes and sells all of a morning's bread and returns when everybody has gone home. Runs in the main process.</summary>
    /// <param name="bakers">How many bakers there are; they are numbered from 1.</param>
    /// <param name="loaves">How many loaves each of them bakes; they are numbered from 1.</param>
    /// <param name="sellers">How many sellers there are; they are numbered from 1.</param>
    /// <param name="room">How many loaves the shelf holds.</param>
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

        baking.ForEach(static baker => baker.Join());
        for (var seller = 1; seller <= sellers; seller++)
        {
            shelf.Put(null);
        }
        selling.ForEach(static seller => seller.Join());
    }

    /// <summary>One baker's morning. Runs in the baker's own process, which sees its arguments only.</summary>
    private static void Bake(int baker, int loaves, Queue<Loaf?> shelf)
    {
        for (var number = 1; number <= loaves; number++)
        {
            shelf.Put(Oven.Bake(baker, number));
        }
    }

    /// <summary>One seller's morning: takes a loaf from the shelf, sells it with Counter.Sell, and so on until told to stop.</summary>
    private static void Sell(int seller, Queue<Loaf?> shelf)
    {
        while (shelf.Get() is { } loaf)
        {
            Counter.Sell(seller, loaf);
        }
    }
}
