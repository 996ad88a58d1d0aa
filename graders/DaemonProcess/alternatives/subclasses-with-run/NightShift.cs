namespace ConcurrencyKatas.DaemonProcess;

public static class NightShift
{
    public static void Fire(int steps, int cracks)
    {
        var shown = new SimpleQueue<int>("shown");
        var logged = new SimpleQueue<int?>("logged");
        var clerk = new Clerk(logged);
        new Watcher(shown).Start();
        clerk.Start();
        try
        {
            for (var step = 1; step <= steps; step++)
            {
                Kiln.Heat(step, cracks);
                logged.Put(step);
                shown.Put(step);
            }
        }
        finally
        {
            logged.Put(null);
            clerk.Join();
        }
    }

    private sealed class Watcher : Process
    {
        private readonly SimpleQueue<int> _shown;

        public Watcher(SimpleQueue<int> shown)
        {
            _shown = shown;
            IsDaemon = true;
        }

        public override void Run()
        {
            while (true)
            {
                Display.Show(_shown.Get());
            }
        }
    }

    private sealed class Clerk(SimpleQueue<int?> logged) : Process
    {
        public override void Run()
        {
            while (logged.Get() is { } step)
            {
                Logbook.Write(step);
            }
        }
    }
}
