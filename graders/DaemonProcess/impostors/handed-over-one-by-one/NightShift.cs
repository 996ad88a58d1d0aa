// fails: Main_heats_on_while_the_clerk_writes: main waits after each step until it is in the logbook.
namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    private const int GoHome = 0;

    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var logged = new JoinableQueue<int>(name: "logged");
        var display = new Process(Watch, shown) { Name = "display", IsDaemon = true };
        var clerk = new Process(Keep, logged) { Name = "clerk" };
        display.Start();
        clerk.Start();

        try
        {
            for (var step = 1; step <= steps; step++)
            {
                Kiln.Heat(step, cracks);
                shown.Put(step);
                logged.Put(step);
                logged.Join();
            }
        }
        finally
        {
            logged.Put(GoHome);
            clerk.Join();
        }
    }

    private static void Watch(Queue<int> shown)
    {
        while (true)
        {
            Display.Show(shown.Get());
        }
    }

    private static void Keep(JoinableQueue<int> logged)
    {
        while (logged.Get() is var step and not GoHome)
        {
            Logbook.Write(step);
            logged.TaskDone();
        }
    }
}
