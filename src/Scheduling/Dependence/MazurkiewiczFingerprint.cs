namespace ConcurrencyKatas.Scheduling;

/// <summary>Names the interleaving of a run, for counting different ones.</summary>
public static class MazurkiewiczFingerprint
{
    /// <summary>
    /// A number that is the same for two runs exactly when they are the same interleaving (but for a collision of 64-bit
    /// hashes): the same steps in the same order wherever <see cref="Independence.MayConflict"/> says order may matter.
    /// </summary>
    public static ulong Of(Run run) => new HappensBefore(run).Fingerprint(run);
}
