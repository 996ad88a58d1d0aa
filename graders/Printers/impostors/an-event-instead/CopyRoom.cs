// fails: The_lines_of_different_jobs_never_mix: two see that the printer is free before the first of them says that it is not.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var free = new Event("free");
        free.Set();
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines, free) { Name = $"colleague-{colleague}" };
            job.Start();
            jobs.Add(job);
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, int lines, Event free)
    {
        Desk.Write(colleague);
        free.Wait();
        free.Clear();
        for (var line = 1; line <= lines; line++)
        {
            Printer.Print(colleague, line);
        }
        free.Set();
    }
}
