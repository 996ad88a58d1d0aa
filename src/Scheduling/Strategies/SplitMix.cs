namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A small generator of pseudo-random numbers (SplitMix64), written here so that a seed means the same numbers in every
/// version of .NET, for as long as replay tokens and seeds are kept.
/// </summary>
/// <param name="seed">Where it begins; every seed is as good as any other.</param>
public sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number, uniform over all 64-bit numbers.</summary>
    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>The next number of 0 … <paramref name="bound"/> − 1.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)(((UInt128)Next() * (ulong)bound) >> 64);
    }

    /// <summary>Spreads every bit of a number over all of them.</summary>
    public static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
