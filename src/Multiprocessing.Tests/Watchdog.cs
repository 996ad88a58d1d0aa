using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Waits that fail a test instead of hanging it. The limit is never part of what is tested.</summary>
internal static class Watchdog
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static void JoinWatched(this Process child)
    {
        if (!child.Join(Limit))
        {
            child.Kill();
            Assert.Fail($"{child.Name} did not end within {Limit}.");
        }
    }

    public static void AcquireWatched(this Acquirable gate) =>
        Assert.True(gate.TryAcquire(Limit), $"{gate.Name} could not be acquired within {Limit}.");

    public static void JoinWatched(this Thread thread) =>
        Assert.True(thread.Join(Limit), $"Thread {thread.Name} did not end within {Limit}.");

    /// <summary>Starts a child, waits for its end and returns its exit code.</summary>
    public static int? RunToEnd(this Process child)
    {
        using (child)
        {
            child.Start();
            child.JoinWatched();
            return child.ExitCode;
        }
    }

    /// <summary>A descriptor that becomes readable when a process, not necessarily a child, has ended.</summary>
    public static int Watch(int pid)
    {
        int descriptor = ProcessLife.Watch(pid, out _);
        Assert.True(descriptor >= 0, $"Process {pid} is not there.");
        return descriptor;
    }

    public static bool HasEnded(int watched, TimeSpan limit)
    {
        bool[] ready = Readiness.Wait([watched], limit.Ticks);
        ProcessLife.Close(watched);
        return ready[0];
    }
}
