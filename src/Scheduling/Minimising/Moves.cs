namespace ConcurrencyKatas.Scheduling;

/// <summary>What can be tried to get along with fewer switches.</summary>
internal static class Moves
{
    /// <summary>How often the next one in an order is another one.</summary>
    public static int Switches(IReadOnlyList<int> order)
    {
        var switches = 0;
        for (var i = 1; i < order.Count; i++)
        {
            switches += order[i] == order[i - 1] ? 0 : 1;
        }
        return switches;
    }

    /// <summary>Orders that might have fewer switches than this one, those that promise most first.</summary>
    public static IEnumerable<IReadOnlyList<int>> From(IReadOnlyList<int> order)
    {
        var stretches = Stretches(order);
        // No more than the beginning, and then on without switching.
        for (var count = 0; count < stretches.Count - 1; count++)
        {
            yield return Join(stretches[..count]);
        }
        // Two stretches of one actor become one, where the second was or where the first was.
        for (var first = 0; first < stretches.Count; first++)
        {
            var second = stretches.FindIndex(first + 1, stretch => stretch.Actor == stretches[first].Actor);
            if (second >= 0)
            {
                yield return Join(Moved(stretches, second, first + 1));
                yield return Join(Moved(stretches, first, second - 1));
            }
        }
        // Two neighbours change places.
        for (var first = 0; first + 1 < stretches.Count; first++)
        {
            yield return Join(Moved(stretches, first, first + 1));
        }
    }

    private static List<(int Actor, int Points)> Stretches(IReadOnlyList<int> order)
    {
        List<(int Actor, int Points)> stretches = [];
        foreach (var actor in order)
        {
            if (stretches.Count > 0 && stretches[^1].Actor == actor)
            {
                stretches[^1] = (actor, stretches[^1].Points + 1);
            }
            else
            {
                stretches.Add((actor, 1));
            }
        }
        return stretches;
    }

    private static List<(int Actor, int Points)> Moved(List<(int Actor, int Points)> stretches, int from, int to)
    {
        List<(int Actor, int Points)> moved = [.. stretches];
        moved.RemoveAt(from);
        moved.Insert(to, stretches[from]);
        return moved;
    }

    private static List<int> Join(IEnumerable<(int Actor, int Points)> stretches) =>
        [.. stretches.SelectMany(stretch => Enumerable.Repeat(stretch.Actor, stretch.Points))];
}
