using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>
/// The mutants of a kata that are right programs, so that no test could or should catch them. They stand in the kata's
/// NOTES.md under <see cref="Heading"/>, one item each: <c>- `Spa.cs/Open/join-dropped/1`: why it is right</c>.
/// </summary>
public sealed partial class Equivalents
{
    /// <summary>The heading.</summary>
    public const string Heading = "Equivalent mutants";

    private readonly Dictionary<string, string> _reasons = [];

    private Equivalents() { }

    /// <summary>None.</summary>
    public static Equivalents None { get; } = new();

    /// <summary>Why each is right, by name.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    /// <summary>Items under the heading that are not of the form, or name what another one has named.</summary>
    public IReadOnlyList<string> Unread { get; private init; } = [];

    /// <summary>Reads the notes of a kata.</summary>
    /// <param name="notes">Their text.</param>
    public static Equivalents Read(string notes)
    {
        string section = Section().Match(notes.ReplaceLineEndings("\n")).Groups["body"].Value;
        List<string> unread = [];
        var found = new Equivalents { Unread = unread };
        // An item goes on in the lines that are indented.
        string[] lines = Continuation().Replace(section, " ").Split('\n');
        foreach (string item in lines.Where(l => l.StartsWith('-')))
        {
            Match match = Item().Match(item);
            if (!match.Success || !found._reasons.TryAdd(match.Groups["id"].Value, match.Groups["why"].Value))
            {
                unread.Add(item);
            }
        }
        return found;
    }

    [GeneratedRegex($@"^## {Heading}\n(?<body>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\n[ \t]+(?=\S)")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^- `(?<id>[^`]+)`: (?<why>\S.*)$")]
    private static partial Regex Item();
}
