// fails: Every_step_that_was_heated_is_in_the_logbook_when_main_has_ended: one process shows and writes, and as a daemon it loses both.
namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    public static void Fire(int steps, int cracks)
    {
        var shown = new Queue<int>(name: "shown");
        var display = new Process(Watch, shown) { Name = "display", IsDaemon = true };
        display.Start();

        for (var step = 1; step <= steps; step++)
        {
            Kiln.Heat(step, cracks);
            shown.Put(step);
        }
    }

    private static void Watch(Queue<int> shown)
    {
        while (true)
        {
            var step = shown.Get();
            Logbook.Write(step);
            Display.Show(step);
        }
    }
}
