// fails: The_lines_of_different_jobs_never_mix: the lock is given back one line early.
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
        using (printer.Enter())
        {
            for (var line = 1; line < lines; line++)
            {
                Printer.Print(colleague, line);
            }
        }
        Printer.Print(colleague, lines);
    }
}
