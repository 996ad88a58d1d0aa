using System.Globalization;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>How the comparison is to be run.</summary>
/// <param name="Python">The interpreter.</param>
/// <param name="Rounds">How often each side does each row; the table shows medians.</param>
/// <param name="Scale">A factor for the length of the loops.</param>
/// <param name="Only">Part of the names of the rows that are wanted.</param>
/// <param name="Keep">The file to write the table to as well.</param>
internal sealed record Options(string Python, int Rounds, double Scale, string Only, string? Keep)
{
    /// <summary>The words after <c>multiprocessing</c> on the command line; the verb of the command line writes them.</summary>
    public static Options Parse(ReadOnlySpan<string> words)
    {
        var options = new Options("python3", 5, 1, "", null);
        for (int at = 0; at + 1 < words.Length; at += 2)
        {
            string value = words[at + 1];
            options = words[at] switch
            {
                "--python" => options with { Python = value },
                "--rounds" => options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--scale" => options with { Scale = double.Parse(value, CultureInfo.InvariantCulture) },
                "--only" => options with { Only = value },
                "--keep" => options with { Keep = value },
                var other => throw new ArgumentException($"There is no option {other} of the comparison."),
            };
        }
        return options;
    }
}
