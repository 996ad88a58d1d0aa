namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>Everybody takes the fork on the left, then the one on the right.</summary>
internal static class Philosophers
{
    public static BugModel Of(int processes, int noise) => Make($"philosophers, {processes}", processes, noise, false);

    /// <summary>The same, right: the fork with the lower number first.</summary>
    public static BugModel Mended(int processes, int noise) =>
        Make($"philosophers in order, {processes}", processes, noise, true);

    private static BugModel Make(string name, int processes, int noise, bool inOrder)
    {
        var model = new BugModel(name, noise);
        int[] forks = [.. Enumerable.Range(0, processes).Select(i => model.Lock($"fork-{i}"))];
        for (var seat = 0; seat < processes; seat++)
        {
            var (first, second) = (forks[seat], forks[(seat + 1) % processes]);
            if (inOrder && first > second)
            {
                (first, second) = (second, first);
            }
            model.Process(_ =>
                [Voice.Acquire(first), Voice.Acquire(second), Voice.Release(second), Voice.Release(first)]
            );
        }
        return model;
    }
}
