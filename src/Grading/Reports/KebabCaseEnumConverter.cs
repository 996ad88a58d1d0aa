using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Grading.Reports;

/// <summary>Writes <c>DoesNotCompile</c> as <c>does-not-compile</c>.</summary>
public sealed class KebabCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;
