namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Follows a list of choices and then always grants the lowest enabled actor. A listed actor that is not enabled when its
/// turn comes is passed over, so that a shortened or shuffled list still is a schedule; minimising uses that.
/// </summary>
/// <param name="choices">Actors, in the order in which they are to be granted.</param>
public sealed class Prefix(IReadOnlyList<int> choices) : IStrategy
{
    private int _next;

    /// <summary>A list of 32 random choices among five actors.</summary>
    public static Prefix Random(ulong seed)
    {
        var random = new SplitMix(seed);
        return new Prefix([.. Enumerable.Range(0, 32).Select(_ => random.Below(5))]);
    }

    /// <inheritdoc/>
    public string Describe() => $"prefix[{string.Join('-', choices)}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        while (_next < choices.Count)
        {
            var actor = choices[_next++];
            if (situation.IsEnabled(actor))
            {
                return Choice.Grant(actor);
            }
        }
        return Choice.Grant(situation.Enabled[0].Actor);
    }
}
