using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Cli.Publishing.Classroom;

/// <summary>The result of one runner, as GitHub Classroom's reporter (<c>autograding-grading-reporter</c>) reads it.</summary>
internal sealed record ClassroomResult
{
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    /// <summary><c>pass</c>, <c>fail</c> or <c>error</c>; the reporter's step fails unless it is <c>pass</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("max_score")]
    public required int MaxScore { get; init; }

    [JsonPropertyName("tests")]
    public required IReadOnlyList<ClassroomTest> Tests { get; init; }
}
