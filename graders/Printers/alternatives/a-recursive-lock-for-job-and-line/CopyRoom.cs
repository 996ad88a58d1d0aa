// passes: the job holds the lock, and so does each of its lines.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var printer = new RLock("printer");
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines, printer) { Name = $"colleague-{colleague}" };
            job.Start();
            jobs.Add(job);
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, int lines, RLock printer)
    {
        Desk.Write(colleague);
        using (printer.Enter())
        {
            for (var line = 1; line <= lines; line++)
            {
                using (printer.Enter())
                {
                    Printer.Print(colleague, line);
                }
            }
        }
    }
}
