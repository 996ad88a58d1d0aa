using System.Globalization;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>What is to be timed of the arbiter.</summary>
/// <param name="Processes">How many processes there are; a line for each.</param>
/// <param name="Only">Part of the names of the cases that are wanted.</param>
/// <param name="Rounds">How often each is timed; the table shows the best.</param>
/// <param name="Two">Whether two arbiters are timed as well, each on a processor of its own.</param>
internal sealed record SpeedOptions(IReadOnlyList<int> Processes, string Only, int Rounds, bool Two)
{
    /// <summary>The words after <c>speed</c> on the command line.</summary>
    public static SpeedOptions Parse(ReadOnlySpan<string> words)
    {
        var options = new SpeedOptions([2, 4, 8, 16, 20], "", 1, true);
        for (int at = 0; at < words.Length; at += 2)
        {
            if (at + 1 == words.Length)
            {
                throw new ArgumentException($"{words[at]} wants a value.");
            }
            string value = words[at + 1];
            options = words[at] switch
            {
                "--processes" => options with { Processes = [.. value.Split(',').Select(Number)] },
                "--only" => options with { Only = value },
                "--rounds" => options with { Rounds = Number(value) },
                "--two" => options with { Two = bool.Parse(value) },
                var other => throw new ArgumentException(
                    $"There is no option {other}: --processes 4,8, --only CASE, --rounds N, --two false."
                ),
            };
        }
        return options;
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
