// fails: Nobody_waits_for_the_display: one process writes and shows, so whoever waits for the logbook waits for the display too.
namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    private const int GoHome = 0;

    public static void Fire(int steps, int cracks)
    {
        var logged = new Queue<int>(name: "logged");
        var clerk = new Process(Keep, logged) { Name = "clerk" };
        clerk.Start();

        try
        {
            for (var step = 1; step <= steps; step++)
            {
                Kiln.Heat(step, cracks);
                logged.Put(step);
            }
        }
        finally
        {
            logged.Put(GoHome);
            clerk.Join();
        }
    }

    private static void Keep(Queue<int> logged)
    {
        while (logged.Get() is var step and not GoHome)
        {
            Logbook.Write(step);
            Display.Show(step);
        }
    }
}
