namespace ConcurrencyKatas.DaemonProcess;

/// <summary>A night at the kiln: main heats, one process shows how far it has come, another keeps the logbook.</summary>
public static class NightShift
{
    /// <summary>Fires the kiln. Runs in the main process.</summary>
    /// <param name="steps">How many steps there are; they are numbered from 1.</param>
    /// <param name="cracks">The step at which the kiln cracks; 0 when it does not.</param>
    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var logged = new Queue<int>(name: "logged");
        var display = new Process(Watch, shown) { Name = "display" };
        var clerk = new Process(Keep, logged) { Name = "clerk" };
        display.Start();
        clerk.Start();

        for (var step = 1; step <= steps; step++)
        {
            Kiln.Heat(step, cracks);
            shown.Put(step);
            logged.Put(step);
        }
    }

    /// <summary>Shows each step. Runs in a process of its own.</summary>
    private static void Watch(Queue<int> shown)
    {
        while (true)
        {
            Display.Show(shown.Get());
        }
    }

    /// <summary>Writes each step down. Runs in a process of its own.</summary>
    private static void Keep(Queue<int> logged)
    {
        while (true)
        {
            Logbook.Write(logged.Get());
        }
    }
}
