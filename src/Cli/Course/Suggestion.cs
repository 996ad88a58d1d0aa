namespace ConcurrencyKatas.Cli.Course;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The candidate that begins like this, or has the fewest typing errors, ignoring case; null when none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> candidates)
    {
        const int EnoughToGoBy = 3;
        var (candidate, distance) = candidates
            .Select(c =>
                typed.Length >= EnoughToGoBy && c.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                    ? (c, 0)
                    : (c, Distance(typed.ToUpperInvariant(), c.ToUpperInvariant()))
            )
            .OrderBy(c => c.Item2)
            .ThenBy(c => c.c, StringComparer.Ordinal)
            .FirstOrDefault();
        return distance <= Math.Max(2, typed.Length / 3) && typed.Length >= EnoughToGoBy ? candidate : null;
    }

    // The number of insertions, deletions and replacements that turn one word into the other, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.Length];
    }
}
