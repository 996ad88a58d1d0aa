namespace ConcurrencyKatas.Benchmarks;

/// <summary>What is run under control to be timed: children that each come to so many points on one semaphore.</summary>
public static class Workload
{
    // As much as a kata may keep; put back before each run where there is a reset.
    private static readonly List<string> s_names = ["main"];
    private static readonly Dictionary<string, int> s_counts = new() { ["main"] = 0 };
    private static int s_taken;

    /// <summary>Starts the children and waits for them.</summary>
    /// <param name="processes">How many children.</param>
    /// <param name="points">Points of each, besides its first and its last; even.</param>
    public static void Run(int processes, int points)
    {
        var units = new Semaphore(processes, "units");
        var children = new Process[processes];
        for (int i = 0; i < processes; i++)
        {
            children[i] = new Process(Take, units, points / 2) { Name = $"child-{i + 1}" };
            children[i].Start();
        }
        foreach (Process child in children)
        {
            child.Join();
        }
    }

    /// <summary>The same, but nobody comes to an end: at last each child waits for what nobody will give.</summary>
    public static void Stall(int processes, int points)
    {
        var units = new Semaphore(processes, "units");
        var never = new Semaphore(0, "never");
        var children = new Process[processes];
        for (int i = 0; i < processes; i++)
        {
            children[i] = new Process(TakeAndWait, units, never, points / 2) { Name = $"child-{i + 1}" };
            children[i].Start();
        }
        foreach (Process child in children)
        {
            child.Join();
        }
    }

    /// <summary>The same, but the first child that has done so turns for ever in a loop, and has to be killed.</summary>
    public static void Spin(int processes, int points)
    {
        var units = new Semaphore(processes, "units");
        for (int i = 0; i < processes; i++)
        {
            new Process(TakeAndSpin, units, points / 2) { Name = $"child-{i + 1}" }.Start();
        }
    }

    private static void TakeAndSpin(Semaphore units, int times)
    {
        Take(units, times);
        while (units is not null) { }
    }

    private static void TakeAndWait(Semaphore units, Semaphore never, int times)
    {
        Take(units, times);
        never.Acquire();
    }

    private static void Take(Semaphore units, int times)
    {
        s_names.Add("child");
        for (int i = 0; i < times; i++)
        {
            units.Acquire();
            units.Release();
            s_counts["main"] = ++s_taken;
        }
    }
}
