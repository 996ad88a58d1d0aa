// fails: Nobody_waits_for_the_display: main waits until the display has shown everything.
namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    private const int GoHome = 0;

    public static void Fire(int steps, int cracks)
    {
        var shown = new JoinableQueue<int>(name: "shown");
        var logged = new Queue<int>(name: "logged");
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
            }
        }
        finally
        {
            logged.Put(GoHome);
            clerk.Join();
            shown.Join();
        }
    }

    private static void Watch(JoinableQueue<int> shown)
    {
        while (true)
        {
            Display.Show(shown.Get());
            shown.TaskDone();
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
