// fails: Never_deadlocks: what a process is has to be said before it is started, so main ends by an exception and the clerk is never told to go home.
namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    private const int GoHome = 0;

    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var logged = new Queue<int>(name: "logged");
        var display = new Process(Watch, shown) { Name = "display" };
        var clerk = new Process(Keep, logged) { Name = "clerk" };
        display.Start();
        clerk.Start();
        display.IsDaemon = true;

        try
        {
            for (var step = 1; step <= steps; step++)
            {
                Kiln.Heat(step, cracks);
                shown.Put(step);
                logged.Put(step);
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

    private static void Keep(Queue<int> logged)
    {
        while (logged.Get() is var step and not GoHome)
        {
            Logbook.Write(step);
        }
    }
}
