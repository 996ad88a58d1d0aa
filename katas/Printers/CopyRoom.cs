namespace ConcurrencyKatas.Printers;

/// <summary>A copy room with one printer, and a process for every colleague who needs it.</summary>
public static class CopyRoom
{
    /// <summary>Lets every colleague write and print a job; returns when all have gone home. Runs in the main process.</summary>
    /// <param name="colleagues">How many colleagues there are; they are numbered from 1.</param>
    /// <param name="lines">How many lines each job has; they are numbered from 1.</param>
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

    /// <summary>One colleague writes a job and prints it. Runs in the colleague's own process.</summary>
    private static void Work(int colleague, int lines)
    {
        Desk.Write(colleague);
        for (var line = 1; line <= lines; line++)
        {
            Printer.Print(colleague, line);
        }
    }
}
