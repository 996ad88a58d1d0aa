namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// At every choice, every enabled actor is equally likely. Every schedule stays possible; one with c choices among n
/// actors comes up with probability of at least n^−c.
/// </summary>
/// <param name="seed">Decides all choices.</param>
public sealed class RandomWalk(ulong seed) : IStrategy
{
    private readonly SplitMix _random = new(seed);

    /// <inheritdoc/>
    public string Describe() => $"random[seed={seed}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        var enabled = situation.Enabled;
        return Choice.Grant(enabled[enabled.Count == 1 ? 0 : _random.Below(enabled.Count)].Actor);
    }
}
