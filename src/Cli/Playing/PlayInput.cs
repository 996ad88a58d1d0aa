using System.Globalization;
using ConcurrencyKatas.Grading.Playing;

namespace ConcurrencyKatas.Cli.Playing;

/// <summary>What a player types: keys in a terminal, and of any other input words, as many to a line as one likes.</summary>
internal sealed class PlayInput(IKeyboard keyboard) : IAsyncDisposable
{
    private const int Digits = 10;

    private readonly System.Collections.Generic.Queue<string> _words = [];
    private IAsyncEnumerator<char>? _keys;
    private int? _last;

    /// <summary>The key of an actor: its number, and from 10 on a capital letter.</summary>
    public static string KeyOf(int actor) =>
        actor < Digits ? actor.ToString(CultureInfo.InvariantCulture) : $"{(char)('A' + actor - Digits)}";

    /// <summary>Whether somebody wants to be told what can be typed.</summary>
    public static bool AsksForHelp(string word) => word is "?" or "h" or "help";

    /// <summary>The next word, or the next key as one; null at the end of the input.</summary>
    public async Task<string?> NextAsync(CancellationToken cancellation)
    {
        if (keyboard.IsTerminal)
        {
            _keys ??= keyboard.KeysAsync(cancellation).GetAsyncEnumerator(cancellation);
            while (await _keys.MoveNextAsync())
            {
                // Arrows and the like are no letters, and mean nothing.
                if (!char.IsControl(_keys.Current))
                {
                    return $"{_keys.Current}";
                }
            }
            return null;
        }
        while (_words.Count == 0)
        {
            if (await keyboard.ReadLineAsync(cancellation) is not { } line)
            {
                return null;
            }
            foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                _words.Enqueue(word);
            }
        }
        return _words.Dequeue();
    }

    /// <summary>What a word means in a position; null when it means nothing.</summary>
    public PlayCommand? Read(string word, PlayPosition position)
    {
        switch (word)
        {
            case "u" or "undo":
                return new PlayCommand(PlayDeed.Undo);
            case "a" or "all":
                return new PlayCommand(PlayDeed.Finish);
            case "r" or "restart":
                return new PlayCommand(PlayDeed.Restart);
            case "q" or "quit":
                return new PlayCommand(PlayDeed.Quit);
            case " " or "+" when _last is { } again:
                return PlayCommand.Move(again);
        }
        _last = ActorOf(word, position) ?? _last;
        return ActorOf(word, position) is { } actor ? PlayCommand.Move(actor) : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_keys is not null)
        {
            await _keys.DisposeAsync();
        }
    }

    private static int? ActorOf(string word, PlayPosition position) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : word is [>= 'A' and <= 'Z' and var letter] ? Digits + letter - 'A'
        : position.Actors.FirstOrDefault(actor => actor.Name == word)?.Number;
}
