using System.Globalization;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>
/// Runs CPython and this library by turns over the same rows, each in a process of its own, and prints a table of ratios.
/// </summary>
internal static class Comparison
{
    /// <summary>Runs it.</summary>
    public static void Run(Options options)
    {
        var sides = new Sides(options);
        Row[] rows = [.. Rows.All.Where(row => row.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase))];
        if (rows.Length == 0)
        {
            throw new ArgumentException(
                $"No row of the comparison is called {options.Only}. There are: {string.Join(", ", Rows.All.Select(static row => row.Name))}."
            );
        }
        var table = new Table(options, sides.PythonVersion());
        Console.WriteLine(table.Head);
        foreach (Row row in rows)
        {
            double[] theirs = new double[options.Rounds];
            double[] ours = new double[options.Rounds];
            for (int round = 0; round < options.Rounds; round++)
            {
                theirs[round] = sides.Python(row);
                ours[round] = sides.Ours(row);
            }
            Console.WriteLine(table.Add(row, Median(theirs), Median(ours)));
        }
        Console.WriteLine();
        Console.WriteLine(table.Verdict);
        if (options.Keep is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllText(file, table.Document);
        }
    }

    /// <summary>One row of ours, in this process: prints its number.</summary>
    public static void RunRow(ReadOnlySpan<string> words)
    {
        string name = words[0];
        Row row = Rows.All.Single(row => row.Name == name);
        double scale = double.Parse(words[1], CultureInfo.InvariantCulture);
        Console.WriteLine(row.Measure(scale).ToString("R", CultureInfo.InvariantCulture));
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
