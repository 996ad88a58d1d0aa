namespace ConcurrencyKatas.DeadlockRLock;

/// <summary>A smithy with one anvil, one pair of bellows, and a process for every worker.</summary>
public static class Workshop
{
    /// <summary>Lets every worker make a blade and a spring; returns when all have gone home. Runs in main.</summary>
    /// <param name="workers">How many workers there are; they are numbered from 1.</param>
    /// <param name="failing">The number of the worker who burns the iron; 0 when nobody does.</param>
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

    /// <summary>One worker's day. Runs in the worker's own process.</summary>
    private static void Work(int worker, int failing, Lock anvil, Lock bellows)
    {
        MakeBlade(worker, failing, anvil, bellows);
        Smith.Rest(worker);
        MakeSpring(worker, failing, anvil, bellows);
    }

    /// <summary>A blade lies on the anvil while it is heated, then it is struck.</summary>
    private static void MakeBlade(int worker, int failing, Lock anvil, Lock bellows)
    {
        anvil.Acquire();
        bellows.Acquire();
        Smith.Lay(worker, "blade");
        Smith.Heat(worker, "blade", failing);
        Strike(worker, "blade", anvil);
        bellows.Release();
        anvil.Release();
    }

    /// <summary>A spring is heated first, then it is laid on the anvil and struck.</summary>
    private static void MakeSpring(int worker, int failing, Lock anvil, Lock bellows)
    {
        bellows.Acquire();
        anvil.Acquire();
        Smith.Heat(worker, "spring", failing);
        Smith.Lay(worker, "spring");
        Strike(worker, "spring", anvil);
        anvil.Release();
        bellows.Release();
    }

    /// <summary>Strikes what lies on the anvil. It cannot know if its caller has the anvil, so it takes it.</summary>
    private static void Strike(int worker, string piece, Lock anvil)
    {
        anvil.Acquire();
        Smith.Strike(worker, piece);
        anvil.Release();
    }
}
