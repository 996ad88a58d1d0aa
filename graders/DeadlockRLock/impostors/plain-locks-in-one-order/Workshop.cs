// deadlock: the order is fixed, but the helper waits for the anvil that its caller has.
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
            Strike(worker, "blade", anvil);
        }
    }

    private static void MakeSpring(int worker, int failing, Lock anvil, Lock bellows)
    {
        using (anvil.Enter())
        using (bellows.Enter())
        {
            Smith.Heat(worker, "spring", failing);
            Smith.Lay(worker, "spring");
            Strike(worker, "spring", anvil);
        }
    }

    private static void Strike(int worker, string piece, Lock anvil)
    {
        using (anvil.Enter())
        {
            Smith.Strike(worker, piece);
        }
    }
}
