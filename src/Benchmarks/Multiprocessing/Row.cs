namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>One line of the comparison with CPython.</summary>
/// <param name="Name">The name of the measure here, and in <c>rows.py</c>.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="Unit">Of the number; of those per second more is better, of all others less.</param>
/// <param name="Goal">At least so many times as good as CPython; 0 when there is no goal.</param>
/// <param name="IsPinned">Whether both run on one processor, as latencies between two of them depend on who sleeps.</param>
/// <param name="Measure">Does the work once, shortened by a factor, and returns the number.</param>
internal sealed record Row(
    string Name,
    string What,
    string Unit,
    double Goal,
    bool IsPinned,
    Func<double, double> Measure
)
{
    /// <summary>How many times as good one number is as another.</summary>
    public double Ratio(double ours, double theirs) =>
        Unit.EndsWith("/s", StringComparison.Ordinal) ? ours / theirs : theirs / ours;
}
