// fails: No_coin_is_lost_or_made_wherever_a_clerk_is_struck: each clerk makes a pen, and keeps nobody out with it.
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
        TakePen(ledger, slip, pen);
        var balances = ledger.Balances();
        pen.Release();
        return balances;
    }

    private static void Serve(int clerk, Ledger ledger, SharedArray<int> slip, Lock pen)
    {
        var coins = Customer.Instruct(clerk);
        pen = new Lock("own pen");
        TakePen(ledger, slip, pen);
        slip[From] = ledger.Read(clerk - 1) - coins;
        slip[To] = ledger.Read(clerk) + coins;
        slip[Whose] = clerk;
        CarryOut(ledger, slip);
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
            if (slip[Whose] != Nobody)
            {
                CarryOut(ledger, slip);
            }
        }
    }

    private static void CarryOut(Ledger ledger, SharedArray<int> slip)
    {
        var clerk = slip[Whose];
        ledger.Write(clerk - 1, slip[From]);
        ledger.Write(clerk, slip[To]);
        slip[Whose] = Nobody;
    }
}
