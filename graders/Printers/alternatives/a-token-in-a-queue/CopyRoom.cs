// passes: whoever has taken the only token out of the queue prints, and puts it back.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var token = new SimpleQueue<bool>("token");
        token.Put(true);
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines, token) { Name = $"colleague-{colleague}" };
            job.Start();
            jobs.Add(job);
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, int lines, SimpleQueue<bool> token)
    {
        Desk.Write(colleague);
        var mine = token.Get();
        for (var line = 1; line <= lines; line++)
        {
            Printer.Print(colleague, line);
        }
        token.Put(mine);
    }
}
