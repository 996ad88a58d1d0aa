// fails: Bakers_may_run_ahead_until_the_shelf_is_full: a baker waits until the last loaf is sold before putting the next one on the shelf.
namespace ConcurrencyKatas.ProducerConsumer;

public static class Bakery
{
    public static void Open(int bakers, int loaves, int sellers, int room)
    {
        var shelf = new Queue<Loaf?>(room, "shelf");
        var sold = new Semaphore(1, "sold");
        var baking = new List<Process>();
        var selling = new List<Process>();
        for (var baker = 1; baker <= bakers; baker++)
        {
            baking.Add(new Process(Bake, baker, loaves, shelf, sold) { Name = $"baker-{baker}" });
        }
        for (var seller = 1; seller <= sellers; seller++)
        {
            selling.Add(new Process(Sell, seller, shelf, sold) { Name = $"seller-{seller}" });
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

    private static void Bake(int baker, int loaves, Queue<Loaf?> shelf, Semaphore sold)
    {
        for (var number = 1; number <= loaves; number++)
        {
            var loaf = Oven.Bake(baker, number);
            sold.Acquire();
            shelf.Put(loaf);
        }
    }

    private static void Sell(int seller, Queue<Loaf?> shelf, Semaphore sold)
    {
        while (shelf.Get() is { } loaf)
        {
            Counter.Sell(seller, loaf);
            sold.Release();
        }
    }
}
