using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>What came of one job.</summary>
/// <param name="Katas">One entry per submission and kata that was finished, in the order of the job.</param>
/// <param name="Interrupted">Whether it was cut short; then entries may be missing.</param>
internal sealed record GradingResult(IReadOnlyList<FinishedKata> Katas, bool Interrupted)
{
    /// <summary>
    /// What the report says of each kata that was asked for, in the order of the job: also of those that an interruption
    /// kept from being finished, or a part of a grading would look like the whole of it.
    /// </summary>
    public IReadOnlyList<KataReport> Reported { get; init; } = [.. Katas.Select(k => k.Report)];

    /// <summary>The neutral report.</summary>
    public Report ToReport() => new() { Katas = Reported };

    /// <summary>The report of one kata of one submission; null when it was not finished.</summary>
    public KataReport? Find(string label, string kata) =>
        Katas.FirstOrDefault(k => k.Label == label && k.Report.Kata == kata)?.Report;
}
