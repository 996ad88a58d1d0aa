namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What <see cref="SilenceTests"/> have run.</summary>
public static class SilentProgram
{
    /// <summary>Computes for longer than would be overlooked, and then waits for what never comes.</summary>
    public static void ComputeAndWait()
    {
        double sum = 0;
        for (int i = 0; i < 8_000_000; i++)
        {
            sum += Math.Sin(i);
        }
        using var never = new ManualResetEvent(sum > 1e9);
        _ = never.WaitOne();
    }
}
