namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>Asks how soon chance meets the failure of a submission, by schedules of the portfolio and by plain runs for real.</summary>
public sealed record DetectionRequest
{
    /// <summary>With how many seeds the portfolio is tried.</summary>
    public int Seeds { get; init; } = 200;

    /// <summary>How often the program is run for real at most; 0 for not at all.</summary>
    public int PlainRuns { get; init; } = 500;

    /// <summary>How long it is run for real at most, in seconds.</summary>
    public double PlainSeconds { get; init; } = 60;
}
