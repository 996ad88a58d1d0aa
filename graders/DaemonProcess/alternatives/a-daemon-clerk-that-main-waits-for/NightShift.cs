namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var logged = new JoinableQueue<int>(name: "logged");
        var display = new Process(Watch, shown) { Name = "display", IsDaemon = true };
        var clerk = new Process(Keep, logged) { Name = "clerk", IsDaemon = true };
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
            logged.Join();
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
        while (true)
        {
            Logbook.Write(logged.Get());
            logged.TaskDone();
        }
    }
}
