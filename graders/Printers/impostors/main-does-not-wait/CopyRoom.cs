// fails: Every_job_is_printed_whole_and_main_waits_for_all: nobody is joined, so Open returns while colleagues are still printing.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var printer = new Lock("printer");
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines, printer) { Name = $"colleague-{colleague}" };
            job.Start();
        }
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
