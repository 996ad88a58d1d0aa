using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Grading.Reports;

/// <summary>How reports are written and read: one place, so that every reader and writer agrees.</summary>
public static class ReportJson
{
    /// <summary>camelCase, indented, readable quotes and arrows; absent values left out.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
}
