namespace ConcurrencyKatas.Grading.Playing;

/// <summary>One line of <c>play.ndjson</c>: the opening first, then a position for each command.</summary>
public sealed record PlayMessage
{
    /// <summary>The file in the job's folder for results.</summary>
    public const string FileName = "play.ndjson";

    /// <summary>What is played; in the first line only.</summary>
    public PlayOpening? Opening { get; init; }

    /// <summary>Where the run stands.</summary>
    public PlayPosition? Position { get; init; }
}
