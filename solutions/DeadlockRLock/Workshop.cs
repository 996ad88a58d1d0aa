namespace ConcurrencyKatas.DeadlockRLock;

/// <summary>A smithy with one anvil, one pair of bellows, and a process for every worker.</summary>
public static class Workshop
{
    /// <summary>Lets every worker make a blade and a spring; returns when all have gone home. Runs in main.</summary>
    /// <param name="workers">How many workers there are; they are numbered from 1.</param>
    /// <param name="failing">The number of the worker who burns the iron; 0 when nobody does.</param>
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

    /// <summary>One worker's day. Runs in the worker's own process.</summary>
    private static void Work(int worker, int failing, RLock anvil, RLock bellows)
    {
        MakeBlade(worker, failing, anvil, bellows);
        Smith.Rest(worker);
        MakeSpring(worker, failing, anvil, bellows);
    }

    /// <summary>A blade lies on the anvil while it is heated, then it is struck.</summary>
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

    /// <summary>A spring is heated, then laid on the anvil and struck. The anvil is taken first all the same.</summary>
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

    /// <summary>Strikes what lies on the anvil. It cannot know if its caller has the anvil, so it takes it.</summary>
    private static void Strike(int worker, string piece, RLock anvil)
    {
        using (anvil.Enter())
        {
            Smith.Strike(worker, piece);
        }
    }
}
