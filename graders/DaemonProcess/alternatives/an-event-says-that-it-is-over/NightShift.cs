namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var logged = new Queue<int>(name: "logged");
        var over = new Event("over");
        var display = new Process(Watch, shown) { Name = "display", IsDaemon = true };
        var clerk = new Process(Keep, logged, over) { Name = "clerk" };
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
            over.Set();
            logged.Put(0);
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

    private static void Keep(Queue<int> logged, Event over)
    {
        var step = logged.Get();
        while (step > 0 || !over.IsSet)
        {
            Logbook.Write(step);
            step = logged.Get();
        }
    }
}
