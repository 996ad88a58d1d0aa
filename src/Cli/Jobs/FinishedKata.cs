using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>One kata of one submission.</summary>
internal sealed record FinishedKata(string Label, KataReport Report);
