// fails: Every_job_is_printed_whole_and_main_waits_for_all: the colleague who is started last need not be the last to go home.
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
        jobs[^1].Join();
    }

    private static void Work(int colleague, int lines, Lock printer)
    {
        Desk.Write(colleague);
        using (printer.Enter())
        {
            for (var line = 1; line <= lines; line++)
            {
                Printer.Print(colleague, line);
            }
        }
    }
}
