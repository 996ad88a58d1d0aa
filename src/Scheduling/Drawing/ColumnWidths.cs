namespace ConcurrencyKatas.Scheduling;

/// <summary>Shares out the width of a drawing: a column gets what its longest text needs, as long as there is room.</summary>
internal static class ColumnWidths
{
    private const int Gap = 2;

    /// <summary>The width of each actor's column, by actor; together at most <paramref name="room"/>.</summary>
    public static int[] Of(Run run, IReadOnlyList<TraceLine> lines, int room)
    {
        int[] columns = [.. run.Actors.Select(actor => actor.Name.Length + Gap)];
        foreach (var line in lines.Where(line => line.Actor >= 0))
        {
            columns[line.Actor] = Math.Max(columns[line.Actor], line.What.Length + Gap);
        }
        // The widest gives way until all fit, so short columns are never cut for long ones.
        for (var over = columns.Sum() - room; over > 0; over--)
        {
            columns[Array.IndexOf(columns, columns.Max())]--;
        }
        return columns;
    }
}
