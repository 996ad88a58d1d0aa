// fails: Whoever_is_ready_first_may_print_first: main joins each colleague before it starts the next, so the programmer decides the order.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines) { Name = $"colleague-{colleague}" };
            job.Start();
            job.Join();
        }
    }

    private static void Work(int colleague, int lines)
    {
        Desk.Write(colleague);
        for (var line = 1; line <= lines; line++)
        {
            Printer.Print(colleague, line);
        }
    }
}
