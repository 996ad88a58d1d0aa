namespace ConcurrencyKatas.TornLedger;

public static class Bank
{
    private const int Whose = 0;
    private const int From = 1;
    private const int To = 2;
    private const int Lines = 3;

    private const int Nobody = 0;

    public static int[] Open(int clerks, int struck)
    {
        var ledger = new Ledger(clerks + 1, struck);
        var slip = new SharedArray<int>(Lines * (clerks + 1), "slips");
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
        TakePen(ledger, slip, pen);
        var balances = ledger.Balances();
        pen.Release();
        return balances;
    }

    private static void Serve(int clerk, Ledger ledger, SharedArray<int> slip, Lock pen)
    {
        var coins = Customer.Instruct(clerk);
        TakePen(ledger, slip, pen);
        var place = clerk * Lines;
        slip[place + From] = ledger.Read(clerk - 1) - coins;
        slip[place + To] = ledger.Read(clerk) + coins;
        slip[place + Whose] = clerk;
        CarryOut(ledger, slip, place);
        pen.Release();
        Customer.Confirm(clerk);
    }

    private static void TakePen(Ledger ledger, SharedArray<int> slip, Lock pen)
    {
        try
        {
            pen.Acquire();
        }
        catch (AbandonedLockException)
        {
            for (var place = 0; place < slip.Length; place += Lines)
            {
                if (slip[place + Whose] != Nobody)
                {
                    CarryOut(ledger, slip, place);
                }
            }
        }
    }

    private static void CarryOut(Ledger ledger, SharedArray<int> slip, int place)
    {
        var clerk = slip[place + Whose];
        ledger.Write(clerk - 1, slip[place + From]);
        ledger.Write(clerk, slip[place + To]);
        slip[place + Whose] = Nobody;
    }
}
