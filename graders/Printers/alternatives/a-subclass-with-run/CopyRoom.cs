// passes: a colleague is a subclass of Process that keeps the lock in a field.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var printer = new Lock("printer");
        var jobs = Enumerable.Range(1, colleagues).Select(colleague => new Job(colleague, lines, printer)).ToList();
        jobs.ForEach(job => job.Start());
        jobs.ForEach(job => job.Join());
    }
}

public sealed class Job(int colleague, int lines, Lock printer) : Process
{
    public override void Run()
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
