namespace ConcurrencyKatas.TornLedger;

public static class Bank
{
    private const int Nobody = 0;
    private const int Thousand = 1000;

    public static int[] Open(int clerks, int struck)
    {
        var ledger = new Ledger(clerks + 1, struck);
        var slip = new Value<int>(Nobody, "slip");
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

    private static void Serve(int clerk, Ledger ledger, Value<int> slip, Lock pen)
    {
        var coins = Customer.Instruct(clerk);
        TakePen(ledger, slip, pen);
        var (from, to) = (ledger.Read(clerk - 1) - coins, ledger.Read(clerk) + coins);
        slip.Value = ((clerk * Thousand) + from) * Thousand + to;
        CarryOut(ledger, slip);
        pen.Release();
        Customer.Confirm(clerk);
    }

    private static void TakePen(Ledger ledger, Value<int> slip, Lock pen)
    {
        try
        {
            pen.Acquire();
        }
        catch (AbandonedLockException)
        {
            if (slip.Value != Nobody)
            {
                CarryOut(ledger, slip);
            }
        }
    }

    private static void CarryOut(Ledger ledger, Value<int> slip)
    {
        var order = slip.Value;
        var clerk = order / Thousand / Thousand;
        ledger.Write(clerk - 1, order / Thousand % Thousand);
        ledger.Write(clerk, order % Thousand);
        slip.Value = Nobody;
    }
}
