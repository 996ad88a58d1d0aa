using System.Diagnostics;
using System.Globalization;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>What a process costs.</summary>
internal static class StartRows
{
    public static double Start(double scale)
    {
        int count = Clock.Times(10, scale);
        double seconds = 0;
        for (int turn = 0; turn <= count; turn++)
        {
            var (mine, theirs) = Pipe.Create(duplex: false);
            long start = Stopwatch.GetTimestamp();
            using var child = new Process(Tell, theirs);
            child.Start();
            theirs.Close();
            int answer = mine.Receive<int>();
            seconds += turn > 0 ? Stopwatch.GetElapsedTime(start).TotalSeconds : 0;
            child.Join();
            mine.Close();
            if (answer != 42)
            {
                throw new InvalidOperationException($"The child told {answer} instead of 42.");
            }
        }
        return seconds / count * 1e3;
    }

    public static double IdleWorker(double scale)
    {
        using var pool = new Pool(1);
        int worker = pool.Apply(static () => Environment.ProcessId);
        string line = File.ReadLines($"/proc/{worker}/status").First(static one => one.StartsWith("VmRSS:"));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            / 1024.0;
    }

    private static void Tell(Connection end) => end.Send(42);
}
