namespace ConcurrencyKatas.Grading.Reports;

/// <summary>What came of running a program for real, over and over, its order left to the operating system.</summary>
/// <param name="Runs">How often it was run.</param>
/// <param name="Failed">How often the claim failed or the program got stuck.</param>
/// <param name="Stuck">How often it got stuck.</param>
/// <param name="Seconds">How long all of it took by the clock.</param>
public sealed record PlainRunsReport(int Runs, int Failed, int Stuck, double Seconds);
