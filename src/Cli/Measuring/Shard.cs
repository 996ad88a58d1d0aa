using System.Globalization;
using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>One of several equal parts of a piece of work, for machines that share it.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">Of how many.</param>
internal sealed partial record Shard(int Number, int Of)
{
    /// <summary>All of it.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>2/3</c>.</summary>
    /// <exception cref="UserError">It is none.</exception>
    public static Shard Parse(string text) =>
        Form().Match(text) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var of)
        && number >= 1
        && number <= of
            ? new Shard(number, of)
            : throw new UserError($"'{text}' is no shard. Write which part of how many: --shard 2/3.");

    /// <summary>This part of the work. All parts together are all of it, and no two have anything in common.</summary>
    public IReadOnlyList<T> Take<T>(IEnumerable<T> all) => [.. all.Where((_, index) => index % Of == Number - 1)];

    [GeneratedRegex(@"^(\d{1,4})/(\d{1,4})$")]
    private static partial Regex Form();
}
