// fails: The_lines_of_different_jobs_never_mix: a sleep may take as long as it likes, so it keeps nobody apart.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
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
        System.Threading.Thread.Sleep(TimeSpan.FromSeconds(colleague));
        for (var line = 1; line <= lines; line++)
        {
            Printer.Print(colleague, line);
        }
    }
}
