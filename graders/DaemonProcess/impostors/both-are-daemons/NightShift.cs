// fails: Every_step_that_was_heated_is_in_the_logbook_when_main_has_ended: the clerk is ended with main like the display, and what is not written by then is lost.
namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var logged = new Queue<int>(name: "logged");
        var display = new Process(Watch, shown) { Name = "display", IsDaemon = true };
        var clerk = new Process(Keep, logged) { Name = "clerk", IsDaemon = true };
        display.Start();
        clerk.Start();

        for (var step = 1; step <= steps; step++)
        {
            Kiln.Heat(step, cracks);
            shown.Put(step);
            logged.Put(step);
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
        while (true)
        {
            Logbook.Write(logged.Get());
        }
    }
}
