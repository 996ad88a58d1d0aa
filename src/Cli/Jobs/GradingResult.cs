using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>What came of one job.</summary>
/// <param name="Katas">One entry per submission and kata that was finished, in the order of the job.</param>
/// <param name="Interrupted">Whether it was cut short; then entries are missing.</param>
internal sealed record GradingResult(IReadOnlyList<FinishedKata> Katas, bool Interrupted)
{
    /// <summary>The neutral report.</summary>
    public Report ToReport() => new() { Katas = [.. Katas.Select(k => k.Report)] };

    /// <summary>The report of one kata of one submission; null when it was not finished.</summary>
    public KataReport? Find(string label, string kata) =>
        Katas.FirstOrDefault(k => k.Label == label && k.Report.Kata == kata)?.Report;
}
