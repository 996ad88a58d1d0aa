// fails: Each_colleague_is_a_process_of_its_own: a single process writes and prints the jobs of all.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var room = new Process(Work, colleagues, lines) { Name = "room" };
        room.Start();
        room.Join();
    }

    private static void Work(int colleagues, int lines)
    {
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            Desk.Write(colleague);
            for (var line = 1; line <= lines; line++)
            {
                Printer.Print(colleague, line);
            }
        }
    }
}
