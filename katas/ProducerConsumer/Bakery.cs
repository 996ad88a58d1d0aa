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
        // Yours to write: a shelf, a process for every baker and every seller, and some way to tell the sellers that
        // no bread will come any more.
        //
        //     var baking = new Process(Bake, baker, loaves) { Name = $"baker-{baker}" };
        //
        // makes a process that will call Bake(baker, loaves) once baking.Start() is called.
        // What else a baker needs to know, Bake takes as one more parameter.
    }

    /// <summary>One baker's morning. Runs in the baker's own process, which sees its arguments only.</summary>
    private static void Bake(int baker, int loaves)
    {
        for (var number = 1; number <= loaves; number++)
        {
            var loaf = Oven.Bake(baker, number);
        }
    }

    /// <summary>One seller's morning: takes a loaf from the shelf, sells it with Counter.Sell, and so on until told to stop.</summary>
    private static void Sell(int seller) { }
}
