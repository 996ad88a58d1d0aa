// fails: Whoever_is_ready_first_may_print_first: nobody prints before the slowest has written.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var printer = new Lock("printer");
        var written = new Barrier(colleagues);
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines, printer, written) { Name = $"colleague-{colleague}" };
            job.Start();
            jobs.Add(job);
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, int lines, Lock printer, Barrier written)
    {
        Desk.Write(colleague);
        written.Wait();
        using (printer.Enter())
        {
            for (var line = 1; line <= lines; line++)
            {
                Printer.Print(colleague, line);
            }
        }
    }
}
