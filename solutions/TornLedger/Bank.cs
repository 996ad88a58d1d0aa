namespace ConcurrencyKatas.TornLedger;

/// <summary>A bank with a process for every clerk, and one ledger for all of them.</summary>
public static class Bank
{
    // On the slip: whose order is being booked, 0 for nobody's; and what the two accounts are to hold then.
    private const int Whose = 0;
    private const int From = 1;
    private const int To = 2;
    private const int Lines = 3;

    private const int Nobody = 0;

    /// <summary>Opens the bank, lets every clerk book one order, and closes it. Runs in the main process.</summary>
    /// <param name="clerks">How many clerks there are; they are numbered from 1.</param>
    /// <param name="struck">How many of them lightning is to strike when this is run by hand; pass it on to the ledger.</param>
    /// <returns>How many coins are in each account, from account 0 on.</returns>
    public static int[] Open(int clerks, int struck)
    {
        var ledger = new Ledger(clerks + 1, struck);
        var slip = new SharedArray<int>(Lines, "slip");
        var pen = new Lock("pen");
        var desks = new List<Process>();
        for (var clerk = 1; clerk <= clerks; clerk++)
        {
            var desk = new Process(Serve, clerk, ledger, slip, pen) { Name = $"clerk-{clerk}" };
            desk.Start();
            desks.Add(desk);
        }
        foreach (var desk in desks)
        {
            desk.Join();
        }
        TakePen(ledger, slip, pen); // Nobody comes after the last clerk but main.
        var balances = ledger.Balances();
        pen.Release();
        return balances;
    }

    /// <summary>One clerk books one order. Runs in the clerk's own process, and may be struck anywhere.</summary>
    private static void Serve(int clerk, Ledger ledger, SharedArray<int> slip, Lock pen)
    {
        var coins = Customer.Instruct(clerk);
        TakePen(ledger, slip, pen);
        slip[From] = ledger.Read(clerk - 1) - coins;
        slip[To] = ledger.Read(clerk) + coins;
        slip[Whose] = clerk; // Last: from here on the slip counts.
        CarryOut(ledger, slip);
        pen.Release();
        Customer.Confirm(clerk);
    }

    /// <summary>Takes the pen. Whoever takes it from somebody who was struck finishes what the slip says first.</summary>
    private static void TakePen(Ledger ledger, SharedArray<int> slip, Lock pen)
    {
        try
        {
            pen.Acquire();
        }
        catch (AbandonedLockException)
        {
            if (slip[Whose] != Nobody)
            {
                CarryOut(ledger, slip);
            }
        }
    }

    /// <summary>Brings the ledger to what the slip says, however much of it has been done, and then crosses the slip out.</summary>
    private static void CarryOut(Ledger ledger, SharedArray<int> slip)
    {
        var clerk = slip[Whose];
        ledger.Write(clerk - 1, slip[From]);
        ledger.Write(clerk, slip[To]);
        slip[Whose] = Nobody;
    }
}
