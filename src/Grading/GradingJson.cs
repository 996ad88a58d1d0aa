using System.Text.Json;
using System.Text.Json.Serialization;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading;

/// <summary>
/// What this room writes and reads as JSON, without reflection at run time: that would cost every grading a tenth of a
/// second. Tolerant as <see cref="JsonSerializerDefaults.Web"/> is.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(ProgressLine))]
[JsonSerializable(typeof(Pristine))]
[JsonSerializable(typeof(KataReport))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(PlayMessage))]
public sealed partial class GradingJson : JsonSerializerContext
{
    /// <summary>The same, a value to a line.</summary>
    public static GradingJson Line { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web));
}
