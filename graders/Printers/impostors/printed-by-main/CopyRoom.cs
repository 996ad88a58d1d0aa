// fails: Each_colleague_is_a_process_of_its_own: the colleagues hand in what they wrote, and main prints all of it.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var written = new SimpleQueue<int>("written");
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, written) { Name = $"colleague-{colleague}" };
            job.Start();
            jobs.Add(job);
        }
        for (var job = 1; job <= colleagues; job++)
        {
            var colleague = written.Get();
            for (var line = 1; line <= lines; line++)
            {
                Printer.Print(colleague, line);
            }
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, SimpleQueue<int> written)
    {
        Desk.Write(colleague);
        written.Put(colleague);
    }
}
