using System.Globalization;

namespace ConcurrencyKatas.Grading.Playing;

/// <summary>What a player wants, as one line: <c>move 2</c>, <c>undo</c>.</summary>
/// <param name="Deed">What to do.</param>
/// <param name="Actor">Who moves; 0 for other deeds.</param>
public readonly record struct PlayCommand(PlayDeed Deed, int Actor = 0)
{
    /// <summary>Lets one actor move.</summary>
    public static PlayCommand Move(int actor) => new(PlayDeed.Move, actor);

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is none of the commands.</exception>
    public static PlayCommand Parse(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["move", var number]
                when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int actor) => Move(
                actor
            ),
            ["undo"] => new PlayCommand(PlayDeed.Undo),
            ["finish"] => new PlayCommand(PlayDeed.Finish),
            ["restart"] => new PlayCommand(PlayDeed.Restart),
            ["quit"] => new PlayCommand(PlayDeed.Quit),
            _ => throw new FormatException(
                $"'{line}' is no command of a player. It should be: move NUMBER, undo, finish, restart or quit."
            ),
        };
    }

    /// <summary>The line.</summary>
    public override string ToString() =>
        Deed == PlayDeed.Move
            ? string.Create(CultureInfo.InvariantCulture, $"move {Actor}")
            : Deed.ToString().ToLowerInvariant();
}
