// passes: a plain lock around each piece; the helper relies on its caller to have it.
namespace ConcurrencyKatas.DeadlockRLock;

public static class Workshop
{
    public static void Run(int workers, int failing)
    {
        var gate = new Lock("gate");
        var shifts = new List<Process>();
        for (var worker = 1; worker <= workers; worker++)
        {
            var shift = new Process(Work, worker, failing, gate) { Name = $"worker-{worker}" };
            shift.Start();
            shifts.Add(shift);
        }
        foreach (var shift in shifts)
        {
            shift.Join();
        }
    }

    private static void Work(int worker, int failing, Lock gate)
    {
        MakeBlade(worker, failing, gate);
        Smith.Rest(worker);
        MakeSpring(worker, failing, gate);
    }

    private static void MakeBlade(int worker, int failing, Lock gate)
    {
        using (gate.Enter())
        {
            Smith.Lay(worker, "blade");
            Smith.Heat(worker, "blade", failing);
            Strike(worker, "blade");
        }
    }

    private static void MakeSpring(int worker, int failing, Lock gate)
    {
        using (gate.Enter())
        {
            Smith.Heat(worker, "spring", failing);
            Smith.Lay(worker, "spring");
            Strike(worker, "spring");
        }
    }

    private static void Strike(int worker, string piece)
    {
        // The caller has the gate.
        Smith.Strike(worker, piece);
    }
}
