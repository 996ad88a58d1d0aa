using System.Text.Json.Serialization;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Strength.Detection;

/// <summary>How soon chance finds that one impostor is wrong.</summary>
/// <param name="Name">The impostor.</param>
/// <param name="Claim">The test that must fail.</param>
/// <param name="Report">What was measured.</param>
/// <param name="IsBlind">Whether plain runs cannot show what the claim looks at, so that they say nothing.</param>
public sealed record DetectedProgram(string Name, string Claim, DetectionReport Report, bool IsBlind)
{
    /// <summary>Whether it is found whatever the seed.</summary>
    [JsonIgnore]
    public bool IsCertain =>
        Report.Means switch
        {
            DetectionMeans.Schedules => Report.Found == Report.Seeds || Report.ProofRuns is not null,
            DetectionMeans.RealRun => Report.Plain is null || Report.Plain.Failed == Report.Plain.Runs,
            _ => true,
        };

    /// <summary>How likely one portfolio, without any proof, finds it; null where no portfolio is needed.</summary>
    [JsonIgnore]
    public double? Probability =>
        Report is { Means: DetectionMeans.Schedules, Seeds: > 0 } ? (double)Report.Found / Report.Seeds : null;

    /// <summary>The plain runs, where they can show the failure.</summary>
    [JsonIgnore]
    public PlainRunsReport? Plain =>
        Report.Means == DetectionMeans.Schedules && (IsBlind || Report.NeedsOperations) ? null : Report.Plain;

    /// <summary>
    /// How many times as many plain runs as schedules it takes; at least so many when no plain run failed. Null where it
    /// cannot be said.
    /// </summary>
    [JsonIgnore]
    public double? Ratio =>
        Plain is { Runs: > 0 } plain && Report.MedianSchedules is { } schedules
            ? (double)plain.Runs / Math.Max(1, plain.Failed) / schedules
            : null;
}
