using System.Diagnostics;
using System.Globalization;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>What a process costs.</summary>
internal static class StartRows
{
    // In which a spare is made: a start of its own, which is not what is measured.
    private static readonly TimeSpan s_making = TimeSpan.FromMilliseconds(150);

    public static double StartCold(double scale) => Start(scale, static () => { });

    public static double StartWarm(double scale)
    {
        Process.KeepsSpare = true;
        double milliseconds = Start(scale, static () => Thread.Sleep(s_making));
        Process.KeepsSpare = false;
        return milliseconds;
    }

    public static double IdleWorker(double scale)
    {
        using var pool = new Pool(1);
        int worker = pool.Apply(static () => Environment.ProcessId);
        string line = File.ReadLines($"/proc/{worker}/status").First(static one => one.StartsWith("VmRSS:"));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            / 1024.0;
    }

    private static double Start(double scale, Action before)
    {
        int count = Clock.Times(10, scale);
        double seconds = 0;
        for (int turn = 0; turn <= count; turn++)
        {
            before();
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

    private static void Tell(Connection end) => end.Send(42);
}
