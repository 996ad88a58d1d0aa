using System.Text.Json;
using System.Text.Json.Serialization;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>
/// What is remembered of a student as JSON, without reflection at run time: every test ends with it.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Dictionary<string, KataProgress>))]
internal sealed partial class CourseJson : JsonSerializerContext
{
    /// <summary>Written as reports are.</summary>
    public static JsonSerializerOptions Written { get; } = ReportJson.OptionsFor(new CourseJson());
}
