using System.Globalization;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>What is to be timed from cold.</summary>
/// <param name="Kata">Whose solution is tested.</param>
/// <param name="Rounds">How often each thing is timed, by turns.</param>
internal sealed record ColdOptions(string Kata, int Rounds)
{
    /// <summary>The words after <c>cold</c> on the command line.</summary>
    public static ColdOptions Parse(ReadOnlySpan<string> words)
    {
        var options = new ColdOptions("SemaphoreRooms", 8);
        for (int at = 0; at < words.Length; at += 2)
        {
            if (at + 1 == words.Length)
            {
                throw new ArgumentException($"{words[at]} wants a value.");
            }
            string value = words[at + 1];
            options = words[at] switch
            {
                "--kata" => options with { Kata = value },
                "--rounds" => options with { Rounds = Number(value) },
                var other => throw new ArgumentException($"There is no option {other}: --kata NAME, --rounds N."),
            };
        }
        return options;
    }

    private static int Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new ArgumentException($"'{word}' is no number of rounds: 1 or more.");
}
