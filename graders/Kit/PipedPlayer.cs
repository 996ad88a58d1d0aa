using System.Text.Json;
using ConcurrencyKatas.Grading;
using ConcurrencyKatas.Grading.Playing;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// A player in another process: it reads positions from a file, and says what it wants on the standard input. What workers and
/// the test framework print is nowhere between.
/// </summary>
/// <param name="results">The job's folder for results.</param>
internal sealed class PipedPlayer(string results) : IPlayer
{
    private readonly string _file = Path.Combine(results, PlayMessage.FileName);

    /// <summary>Says what is played.</summary>
    public void Open(PlayOpening opening) => Say(new PlayMessage { Opening = opening });

    /// <inheritdoc/>
    public PlayCommand Next(PlayPosition position)
    {
        Say(new PlayMessage { Position = position });
        return PlayCommand.Parse(Sentinel.NextLine());
    }

    private void Say(PlayMessage message) =>
        File.AppendAllText(_file, JsonSerializer.Serialize(message, GradingJson.Line.PlayMessage) + "\n");
}
