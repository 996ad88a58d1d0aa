// fails: Whoever_is_ready_first_may_print_first: each waits for the one whose number is one less, whoever is ready.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var turns = new List<Semaphore>();
        for (var colleague = 1; colleague <= colleagues + 1; colleague++)
        {
            turns.Add(new Semaphore(colleague == 1 ? 1 : 0, $"turn of {colleague}"));
        }
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines, turns[colleague - 1], turns[colleague])
            {
                Name = $"colleague-{colleague}",
            };
            job.Start();
            jobs.Add(job);
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, int lines, Semaphore mine, Semaphore next)
    {
        Desk.Write(colleague);
        mine.Acquire();
        for (var line = 1; line <= lines; line++)
        {
            Printer.Print(colleague, line);
        }
        next.Release();
    }
}
