using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Grading.Reports;

/// <summary>What can be said of one claim.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ClaimStatus>))]
public enum ClaimStatus
{
    /// <summary>It holds in every run that was explored.</summary>
    Passed,

    /// <summary>It does not; the evidence says why.</summary>
    Failed,

    /// <summary>Another failure (a deadlock, say) kept it from being seen. No points.</summary>
    NotShown,

    /// <summary>The kata's status explains why it was not tried.</summary>
    Skipped,

    /// <summary>We failed, not the student.</summary>
    CouldNotGrade,
}
