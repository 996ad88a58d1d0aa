// fails: The_lines_of_different_jobs_never_mix: a static field is made anew in every process, so each colleague has a lock of its own.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    private static readonly Lock s_printer = new("printer");

    public static void Open(int colleagues, int lines)
    {
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines) { Name = $"colleague-{colleague}" };
            job.Start();
            jobs.Add(job);
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, int lines)
    {
        Desk.Write(colleague);
        using (s_printer.Enter())
        {
            for (var line = 1; line <= lines; line++)
            {
                Printer.Print(colleague, line);
            }
        }
    }
}
