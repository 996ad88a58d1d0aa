using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A stretch of a schedule in which one actor went on without a switch.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Points">How many points it was granted; at least 1.</param>
/// <param name="Digest">What it did there, as eight bits: enough to see that a submission was edited.</param>
public readonly record struct Segment(int Actor, int Points, byte Digest)
{
    /// <summary>Cuts a run into its segments.</summary>
    public static IReadOnlyList<Segment> Of(IReadOnlyList<Step> steps)
    {
        List<Segment> segments = [];
        for (var from = 0; from < steps.Count; )
        {
            var to = from + 1;
            while (to < steps.Count && steps[to].Actor == steps[from].Actor)
            {
                to++;
            }
            segments.Add(new Segment(steps[from].Actor, to - from, DigestOf(steps, from, to)));
            from = to;
        }
        return segments;
    }

    /// <summary>The digest of the steps from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    public static byte DigestOf(IReadOnlyList<Step> steps, int from, int to)
    {
        return DigestOf(Enumerable.Range(from, to - from).Select(index => steps[index]));
    }

    /// <summary>The digest of these steps.</summary>
    internal static byte DigestOf(IEnumerable<Step> steps)
    {
        var digest = new Digest();
        foreach (var step in steps)
        {
            digest = digest
                .Add((int)step.Operation.Kind)
                .Add((int)step.Object.Space)
                .Add(step.Object.Number)
                .Add((int)step.Decision.Outcome);
            if (step.Operation.Kind == OperationKind.Mark)
            {
                digest = digest.Add(step.Operation.Text);
            }
        }
        return (byte)digest.Value;
    }
}
