using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Grading.Reports;

/// <summary>In what a failure is found.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DetectionMeans>))]
public enum DetectionMeans
{
    /// <summary>In schedules, which are sampled and proved.</summary>
    Schedules,

    /// <summary>In a probe, which leaves nothing to chance.</summary>
    Probe,

    /// <summary>In a run for real.</summary>
    RealRun,
}
