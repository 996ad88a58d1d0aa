// fails: All_may_be_at_work_before_the_first_has_ended: the lock is taken before the job is written, so all others wait for a writer.
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
        using (printer.Enter())
        {
            Desk.Write(colleague);
            for (var line = 1; line <= lines; line++)
            {
                Printer.Print(colleague, line);
            }
        }
    }
}
