// passes: one order, and a helper that relies on its caller to have the anvil.
namespace ConcurrencyKatas.DeadlockRLock;

public static class Workshop
{
    public static void Run(int workers, int failing)
    {
        var anvil = new Lock("anvil");
        var bellows = new Lock("bellows");
        var shifts = new List<Process>();
        for (var worker = 1; worker <= workers; worker++)
        {
            var shift = new Process(Work, worker, failing, anvil, bellows) { Name = $"worker-{worker}" };
            shift.Start();
            shifts.Add(shift);
        }
        foreach (var shift in shifts)
        {
            shift.Join();
        }
    }

    private static void Work(int worker, int failing, Lock anvil, Lock bellows)
    {
        MakeBlade(worker, failing, anvil, bellows);
        Smith.Rest(worker);
        MakeSpring(worker, failing, anvil, bellows);
    }

    private static void MakeBlade(int worker, int failing, Lock anvil, Lock bellows)
    {
        using (anvil.Enter())
        using (bellows.Enter())
        {
            Smith.Lay(worker, "blade");
            Smith.Heat(worker, "blade", failing);
            Strike(worker, "blade");
        }
    }

    private static void MakeSpring(int worker, int failing, Lock anvil, Lock bellows)
    {
        using (anvil.Enter())
        using (bellows.Enter())
        {
            Smith.Heat(worker, "spring", failing);
            Smith.Lay(worker, "spring");
            Strike(worker, "spring");
        }
    }

    private static void Strike(int worker, string piece)
    {
        // The caller has the anvil.
        Smith.Strike(worker, piece);
    }
}
