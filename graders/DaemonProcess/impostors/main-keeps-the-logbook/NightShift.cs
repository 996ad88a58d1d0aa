// fails: Main_heats_on_while_the_clerk_writes: main writes each step down itself before it heats the next.
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
            Logbook.Write(step);
        }
    }

    private static void Watch(Queue<int> shown)
    {
        while (true)
        {
            Display.Show(shown.Get());
        }
    }
}
