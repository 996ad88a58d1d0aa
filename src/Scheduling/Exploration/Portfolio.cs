namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Which strategy makes which of the sampled schedules. No strategy finds every kind of bug; of any ten schedules in a row
/// four are SURW's and two each are directed, POS's and PCT's, mixed, so that stopping early has seen all of them.
/// </summary>
/// <remarks>The shares are those that did best over the 27 bugs in docs/benchmarks/arbiter.md.</remarks>
internal static class Portfolio
{
    private static readonly Func<ulong, Profile, int, IStrategy>[] s_round =
    [
        (seed, profile, _) => new Surw(seed, profile),
        (seed, profile, _) => new Directed(seed, profile),
        (seed, profile, _) => new Pos(seed, profile),
        (seed, profile, _) => new Surw(seed, profile),
        (seed, profile, number) => new Pct(2 + (number / 5 % 4), seed, profile.Choices),
    ];

    /// <summary>The strategy of one schedule.</summary>
    /// <param name="configuration">All seeds follow from this name.</param>
    /// <param name="number">The schedule's number, from 0.</param>
    /// <param name="profile">What the runs so far have shown.</param>
    public static IStrategy Strategy(string configuration, int number, Profile profile) =>
        s_round[number % s_round.Length](new Digest().Add(configuration).Add(number).Value, profile, number);
}
