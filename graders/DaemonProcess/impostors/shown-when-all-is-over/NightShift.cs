// fails: The_display_shows_and_the_clerk_writes_while_main_heats: the two are started when there is nothing left to heat.
namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    private const int GoHome = 0;

    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var logged = new Queue<int>(name: "logged");
        var display = new Process(Watch, shown) { Name = "display", IsDaemon = true };
        var clerk = new Process(Keep, logged) { Name = "clerk" };
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
            display.Start();
            clerk.Start();
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
