// fails: No_tool_is_ever_used_by_two_workers_at_once: static fields are made anew in every process, so each worker has locks of its own.
namespace ConcurrencyKatas.DeadlockRLock;

public static class Workshop
{
    private static readonly RLock s_anvil = new("anvil");
    private static readonly RLock s_bellows = new("bellows");

    public static void Run(int workers, int failing)
    {
        var shifts = new List<Process>();
        for (var worker = 1; worker <= workers; worker++)
        {
            var shift = new Process(Work, worker, failing) { Name = $"worker-{worker}" };
            shift.Start();
            shifts.Add(shift);
        }
        foreach (var shift in shifts)
        {
            shift.Join();
        }
    }

    private static void Work(int worker, int failing)
    {
        MakeBlade(worker, failing, s_anvil, s_bellows);
        Smith.Rest(worker);
        MakeSpring(worker, failing, s_anvil, s_bellows);
    }

    private static void MakeBlade(int worker, int failing, RLock anvil, RLock bellows)
    {
        using (anvil.Enter())
        using (bellows.Enter())
        {
            Smith.Lay(worker, "blade");
            Smith.Heat(worker, "blade", failing);
            Strike(worker, "blade", anvil);
        }
    }

    private static void MakeSpring(int worker, int failing, RLock anvil, RLock bellows)
    {
        using (anvil.Enter())
        using (bellows.Enter())
        {
            Smith.Heat(worker, "spring", failing);
            Smith.Lay(worker, "spring");
            Strike(worker, "spring", anvil);
        }
    }

    private static void Strike(int worker, string piece, RLock anvil)
    {
        using (anvil.Enter())
        {
            Smith.Strike(worker, piece);
        }
    }
}
