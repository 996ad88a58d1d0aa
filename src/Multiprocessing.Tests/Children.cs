namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What the children of these tests run.</summary>
internal static class Children
{
    public static void Nothing() { }

    public static void Throw(string message) => throw new InvalidOperationException(message);

    public static void Exit(int code) => Environment.Exit(code);

    /// <summary>Says that it runs, and then never ends by itself.</summary>
    public static void Stay(Semaphore running)
    {
        running.Release();
        new Semaphore(0).Acquire();
    }

    public static void ReleaseOnce(Acquirable gate) => gate.Release();

    public static void AcquireOnce(Acquirable gate) => gate.Acquire();

    /// <summary>Releases, and adds one to the number when that was refused.</summary>
    public static void TryToRelease(Acquirable gate, SharedNumber refused)
    {
        try
        {
            gate.Release();
        }
        catch (MultiprocessingUsageException)
        {
            refused.Value++;
        }
    }

    /// <summary>Adds one at a time, by read and write, with a yield in between that makes collisions likely.</summary>
    public static void Count(Acquirable? gate, SharedNumber counter, int times)
    {
        for (int time = 0; time < times; time++)
        {
            gate?.Acquire();
            int seen = counter.Value;
            Thread.Yield();
            counter.Value = seen + 1;
            gate?.Release();
        }
    }
}
