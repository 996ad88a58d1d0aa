namespace ConcurrencyKatas.TornLedger;

/// <summary>A bank with a process for every clerk, and one ledger for all of them.</summary>
public static class Bank
{
    /// <summary>Opens the bank, lets every clerk book one order, and closes it. Runs in the main process.</summary>
    /// <param name="clerks">How many clerks there are; they are numbered from 1.</param>
    /// <param name="struck">How many of them lightning is to strike when this is run by hand; pass it on to the ledger.</param>
    /// <returns>How many coins are in each account, from account 0 on.</returns>
    public static int[] Open(int clerks, int struck)
    {
        var ledger = new Ledger(clerks + 1, struck);
        var pen = new Lock("pen");
        var desks = new List<Process>();
        for (var clerk = 1; clerk <= clerks; clerk++)
        {
            var desk = new Process(Serve, clerk, ledger, pen) { Name = $"clerk-{clerk}" };
            desk.Start();
            desks.Add(desk);
        }
        foreach (var desk in desks)
        {
            desk.Join();
        }
        return ledger.Balances();
    }

    /// <summary>One clerk books one order. Runs in the clerk's own process, and may be struck anywhere.</summary>
    private static void Serve(int clerk, Ledger ledger, Lock pen)
    {
        var coins = Customer.Instruct(clerk);
        using (pen.Enter())
        {
            ledger.Write(clerk - 1, ledger.Read(clerk - 1) - coins);
            ledger.Write(clerk, ledger.Read(clerk) + coins);
        }
        Customer.Confirm(clerk);
    }
}
