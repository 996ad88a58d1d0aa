using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A schedule as one short word, to be pasted into a command: <c>KATA.CONFIGURATION.LETTERS</c>. The letters say who went
/// on for how many points, in order, with a few bits about what was done, and how the run ended.
/// </summary>
public sealed record ReplayToken
{
    // Between the configuration's name and the point at which somebody is killed; in no slug.
    private const char Crashes = '~';

    private ReplayToken(string kata, string configuration, IReadOnlyList<Segment> segments, Ending ending) =>
        (Kata, Place, Segments, Ending) = (kata, configuration, segments, ending);

    /// <summary>The kata's folder name.</summary>
    public string Kata { get; }

    /// <summary>The configuration's name as a slug.</summary>
    public string Configuration => Place.Split(Crashes)[0];

    /// <summary>The point at which the configuration's victim is killed (<see cref="CrashPlan"/>); null when nobody is.</summary>
    public int? CrashPoint =>
        Place.Split(Crashes) is [_, var point] && int.TryParse(point, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // What stands between the points of the token.
    private string Place { get; }

    /// <summary>Who went on, and for how long.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>How the run ended.</summary>
    public Ending Ending { get; }

    /// <summary>How many points the schedule has.</summary>
    public int Points => Segments.Sum(segment => segment.Points);

    /// <summary>The token of a run.</summary>
    /// <param name="kata">The kata's folder name: letters and digits.</param>
    /// <param name="configuration">The configuration's name; a slug is made of it.</param>
    /// <param name="run">The run to be seen again.</param>
    public static ReplayToken Of(string kata, string configuration, Run run)
    {
        if (kata.Length == 0 || !kata.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException(
                $"'{kata}' cannot stand in a replay token: a kata's name is made of letters and digits.",
                nameof(kata)
            );
        }
        var place = Slug(configuration) + (run.Crash is { } crash ? Say($"{Crashes}{crash.Point}") : "");
        return new ReplayToken(kata, place, Segment.Of(run.Steps), run.Ending);
    }

    /// <summary>A name in small letters and digits, everything else becoming single hyphens: <c>3 guests, 2 rooms</c> → <c>3-guests-2-rooms</c>.</summary>
    public static string Slug(string name)
    {
        var letters = name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        return string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Reads a token.</summary>
    /// <exception cref="FormatException">It is not one; the message says what is wrong with it.</exception>
    public static ReplayToken Parse(string text) =>
        TryParse(text, out var token, out var problem) ? token : throw new FormatException(problem);

    /// <summary>Reads a token, or says in a sentence why it is none.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out ReplayToken? token,
        [NotNullWhen(false)] out string? problem
    )
    {
        token = null;
        var parts = text.Trim().Split('.');
        if (parts.Length != 3 || parts[0].Length == 0 || parts[2].Length == 0)
        {
            problem =
                $"'{text.Trim()}' is not a replay token: it should have the form KATA.CONFIGURATION.LETTERS. "
                + "Copy the whole line that the failing test printed.";
            return false;
        }
        problem = TokenCode.Read(parts[2], parts[0], parts[1], out var segments, out var ending);
        if (problem is null)
        {
            token = new ReplayToken(parts[0], parts[1], segments, ending);
        }
        return problem is null;
    }

    /// <inheritdoc/>
    public bool Equals(ReplayToken? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The token as text.</summary>
    public override string ToString() => $"{Kata}.{Place}.{TokenCode.Write(Segments, Ending, Kata, Place)}";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
