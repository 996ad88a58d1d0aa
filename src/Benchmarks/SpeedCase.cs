using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>What is timed of the arbiter.</summary>
/// <param name="Name">The column's heading.</param>
/// <param name="Method">The method of <see cref="Workload"/>.</param>
internal sealed record SpeedCase(string Name, string Method)
{
    /// <summary>Whether the assembly is run as it was built: nothing is put back between two runs.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether it is loaded anew for each run.</summary>
    public bool NeedsFreshContext { get; init; }

    /// <summary>How every run ends.</summary>
    public Ending Ending { get; init; } = Ending.Completed;

    /// <summary>Runs before the clock starts.</summary>
    public int WarmUp { get; init; } = 100;

    /// <summary>Runs that are timed.</summary>
    public int Measured { get; init; } = 1_000;
}
