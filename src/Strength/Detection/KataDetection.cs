using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Strength.Detection;

/// <summary>How much is left to chance in one kata; a file that <c>./kata detect</c> leaves.</summary>
public sealed record KataDetection
{
    /// <summary>The kata's folder name.</summary>
    public required string Kata { get; init; }

    /// <summary>The impostors.</summary>
    public required IReadOnlyList<DetectedProgram> Programs { get; init; }

    /// <summary>How often right programs were graded, each time with other schedules.</summary>
    public int Gradings { get; init; }

    /// <summary>How often one of them did not pass.</summary>
    public int FalseAlarms { get; init; }

    /// <summary>How long it took, by the clock.</summary>
    public double Seconds { get; init; }

    /// <summary>With how many seeds each portfolio was tried.</summary>
    [JsonIgnore]
    public int Seeds => Programs.Select(p => p.Report.Seeds).DefaultIfEmpty().Max();

    /// <summary>The impostors that some seed would let pass.</summary>
    [JsonIgnore]
    public IEnumerable<DetectedProgram> Uncertain => Programs.Where(p => !p.IsCertain);

    /// <summary>Whether nothing depends on chance.</summary>
    [JsonIgnore]
    public bool IsSound => FalseAlarms == 0 && !Uncertain.Any();
}
