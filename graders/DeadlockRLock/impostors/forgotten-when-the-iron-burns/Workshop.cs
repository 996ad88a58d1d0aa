// fails: A_worker_who_burns_the_iron_gives_the_tools_back: the releases after the work are skipped by the exception.
namespace ConcurrencyKatas.DeadlockRLock;

public static class Workshop
{
    public static void Run(int workers, int failing)
    {
        var anvil = new RLock("anvil");
        var bellows = new RLock("bellows");
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

    private static void Work(int worker, int failing, RLock anvil, RLock bellows)
    {
        MakeBlade(worker, failing, anvil, bellows);
        Smith.Rest(worker);
        MakeSpring(worker, failing, anvil, bellows);
    }

    private static void MakeBlade(int worker, int failing, RLock anvil, RLock bellows)
    {
        anvil.Acquire();
        bellows.Acquire();
        Smith.Lay(worker, "blade");
        Smith.Heat(worker, "blade", failing);
        Strike(worker, "blade", anvil);
        bellows.Release();
        anvil.Release();
    }

    private static void MakeSpring(int worker, int failing, RLock anvil, RLock bellows)
    {
        anvil.Acquire();
        bellows.Acquire();
        Smith.Heat(worker, "spring", failing);
        Smith.Lay(worker, "spring");
        Strike(worker, "spring", anvil);
        bellows.Release();
        anvil.Release();
    }

    private static void Strike(int worker, string piece, RLock anvil)
    {
        anvil.Acquire();
        Smith.Strike(worker, piece);
        anvil.Release();
    }
}
