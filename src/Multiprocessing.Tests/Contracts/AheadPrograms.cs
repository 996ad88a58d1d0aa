using System.Globalization;

namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>Programs whose processes learn, or do not learn, something of which the arbiter does not know.</summary>
public static class AheadPrograms
{
    /// <summary>A file in which each run of a child adds a line.</summary>
    public static void AddALine(string file) => RunTwo(Add, file);

    /// <summary>What a child does is decided by a file.</summary>
    public static void DoWhatIsWritten(string file) => RunTwo(Obey, file);

    /// <summary>How many units a semaphore has is decided by a file.</summary>
    public static void MakeAsManyAsAreWritten(string file)
    {
        int units = int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
        new Semaphore(units, "units").Acquire();
    }

    private static void RunTwo(Action<Lock, string> target, string file)
    {
        var gate = new Lock("gate");
        Process[] children = [new(target, gate, file), new(target, gate, file)];
        Array.ForEach(children, static child => child.Start());
        Array.ForEach(children, static child => child.Join());
    }

    private static void Add(Lock gate, string file)
    {
        using (gate.Enter())
        {
            File.AppendAllText(file, $"{Process.Current.Name}\n");
        }
    }

    private static void Obey(Lock gate, string file)
    {
        using (gate.Enter())
        {
            string what = File.ReadAllText(file);
            Mark.On("file").Record("was read");
            Do(what);
        }
    }

    private static void Do(string what)
    {
        switch (what)
        {
            case "die":
                System.Diagnostics.Process.GetCurrentProcess().Kill();
                break;
            case "throw":
                throw new InvalidOperationException("as it was written");
            case "wait":
                using (var never = new ManualResetEvent(false))
                {
                    _ = never.WaitOne();
                }
                break;
            case var number when int.TryParse(number, CultureInfo.InvariantCulture, out int count):
                Mark.On("file").Record($"says {count}");
                break;
            default:
                break;
        }
    }
}
