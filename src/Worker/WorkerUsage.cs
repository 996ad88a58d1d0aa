using ConcurrencyKatas.Scheduling.Agent;

namespace ConcurrencyKatas.Worker;

/// <summary>What the executable says when it is started by hand.</summary>
internal static class WorkerUsage
{
    private const int BadUsage = 2;

    public static int Print()
    {
        Console.Error.WriteLine(
            $"This program is started by ./kata and by Process.Start ({ControlledWorker.Switch}, {RealMain.Switch}); there is nothing to run by hand. Try ./kata --help."
        );
        return BadUsage;
    }
}
