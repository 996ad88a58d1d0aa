namespace ConcurrencyKatas.Grading.Reports;

/// <summary>The neutral result of a grading, <c>report.json</c>. Documented in <c>docs/report-format.md</c>; adapters read only this.</summary>
public sealed record Report
{
    /// <summary>Name and version of the format.</summary>
    public string Format { get; init; } = "concurrency-katas-report/1";

    /// <summary>One entry per kata and submission.</summary>
    public required IReadOnlyList<KataReport> Katas { get; init; }

    /// <summary>Sum over the katas.</summary>
    public int Points => Katas.Sum(k => k.Points);

    /// <summary>Sum over the katas.</summary>
    public int MaxPoints => Katas.Sum(k => k.MaxPoints);
}
