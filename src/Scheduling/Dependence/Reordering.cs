namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Writes one interleaving down in another order: steps that <see cref="Independence"/> calls exchangeable are exchanged.
/// A proof makes one run of each interleaving, so whoever judges a run must judge all its orders alike.
/// </summary>
public static class Reordering
{
    /// <summary>The run in an order that the seed chooses; it happens before, ends and waits as the original does.</summary>
    public static Run Of(Run run, ulong seed)
    {
        var order = new HappensBefore(run);
        var random = new SplitMix(seed);
        var left = Enumerable.Range(0, run.Steps.Count).ToList();
        List<Step> steps = [];
        while (left.Count > 0)
        {
            // The first of what is left is always ready, so this comes to an end.
            var ready = left.FindAll(step => !left.Exists(other => other < step && order.Before(other, step)));
            var next = ready[random.Below(ready.Count)];
            left.Remove(next);
            steps.Add(run.Steps[next] with { Index = steps.Count });
        }
        return run with { Steps = steps };
    }
}
