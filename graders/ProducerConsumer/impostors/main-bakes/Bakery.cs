// fails: Each_baker_and_each_seller_is_a_process_of_its_own: main bakes all the bread itself.
namespace ConcurrencyKatas.ProducerConsumer;

public static class Bakery
{
    public static void Open(int bakers, int loaves, int sellers, int room)
    {
        var shelf = new Queue<Loaf?>(room, "shelf");
        var selling = new List<Process>();
        for (var seller = 1; seller <= sellers; seller++)
        {
            selling.Add(new Process(Sell, seller, shelf) { Name = $"seller-{seller}" });
        }
        selling.ForEach(static seller => seller.Start());

        for (var baker = 1; baker <= bakers; baker++)
        {
            Bake(baker, loaves, shelf);
        }
        for (var seller = 1; seller <= sellers; seller++)
        {
            shelf.Put(null);
        }
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
