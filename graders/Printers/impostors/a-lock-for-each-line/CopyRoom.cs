// fails: The_lines_of_different_jobs_never_mix: the lock keeps lines apart, which were never broken, and not jobs.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var printer = new Lock("printer");
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

    private static void Work(int colleague, int lines, Lock printer)
    {
        Desk.Write(colleague);
        for (var line = 1; line <= lines; line++)
        {
            using (printer.Enter())
            {
                Printer.Print(colleague, line);
            }
        }
    }
}
