// fails: The_lines_of_different_jobs_never_mix: between looking at the flag and raising it somebody else may look.
namespace ConcurrencyKatas.Printers;

public static class CopyRoom
{
    public static void Open(int colleagues, int lines)
    {
        var gate = new Condition(new Lock("gate"));
        var isBusy = new Value<bool>(false, "busy");
        var jobs = new List<Process>();
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var job = new Process(Work, colleague, lines, gate, isBusy) { Name = $"colleague-{colleague}" };
            job.Start();
            jobs.Add(job);
        }
        foreach (var job in jobs)
        {
            job.Join();
        }
    }

    private static void Work(int colleague, int lines, Condition gate, Value<bool> isBusy)
    {
        Desk.Write(colleague);
        using (gate.Enter())
        {
            while (isBusy.Value)
            {
                gate.Wait();
            }
        }
        isBusy.Value = true;
        for (var line = 1; line <= lines; line++)
        {
            Printer.Print(colleague, line);
        }
        using (gate.Enter())
        {
            isBusy.Value = false;
            gate.Notify();
        }
    }
}
