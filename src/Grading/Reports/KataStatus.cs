using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Grading.Reports;

/// <summary>What can be said of one kata of one submission.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<KataStatus>))]
public enum KataStatus
{
    /// <summary>Every claim holds.</summary>
    Passed,

    /// <summary>A claim does not hold.</summary>
    Failed,

    /// <summary>The student's files equal the stub.</summary>
    NotStarted,

    /// <summary>The compiler refused it; see the diagnostics.</summary>
    DoesNotCompile,

    /// <summary>It uses what the kata forbids; see the diagnostics.</summary>
    BreaksTheRules,

    /// <summary>We failed, not the student.</summary>
    CouldNotGrade,
}
