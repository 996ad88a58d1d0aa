using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Cli.Publishing.Classroom;

/// <summary>One test of a <see cref="ClassroomResult"/>.</summary>
internal sealed record ClassroomTest
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary><c>pass</c>, <c>fail</c> or <c>error</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Never left out: the reporter adds it up, and a missing one would make the sum no number.</summary>
    [JsonPropertyName("score")]
    public required int Score { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>What runs it again; empty shows nothing.</summary>
    [JsonPropertyName("test_code")]
    public required string TestCode { get; init; }

    [JsonPropertyName("filename")]
    public required string FileName { get; init; }

    /// <summary>0 when unknown: the reporter shows every other value, also none at all.</summary>
    [JsonPropertyName("line_no")]
    public required int Line { get; init; }

    /// <summary>Milliseconds. The report has no times: a score must not depend on any.</summary>
    [JsonPropertyName("duration")]
    public int Duration { get; init; }
}
