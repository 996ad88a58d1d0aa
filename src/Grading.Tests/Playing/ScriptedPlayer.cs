using ConcurrencyKatas.Grading.Playing;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A player who knows beforehand what to do, and quits at the end of that.</summary>
internal sealed class ScriptedPlayer(params IEnumerable<string> commands) : IPlayer
{
    private readonly System.Collections.Generic.Queue<string> _commands = new(commands);

    /// <summary>Every position that was shown.</summary>
    public List<PlayPosition> Seen { get; } = [];

    public PlayCommand Next(PlayPosition position)
    {
        Seen.Add(position);
        return PlayCommand.Parse(_commands.TryDequeue(out string? command) ? command : "quit");
    }
}
