namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Everybody in turn, one point each: the next enabled actor after the last one, by number. Fair: an actor that stays
/// enabled is granted before any other is granted twice.
/// </summary>
/// <param name="seed">The first actor considered.</param>
public sealed class RoundRobin(ulong seed = 0) : IStrategy
{
    private int _last = seed == 0 ? -1 : (int)(SplitMix.Mix(seed) % 8) - 1;

    /// <inheritdoc/>
    public string Describe() => $"round-robin[seed={seed}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        _last = Next(situation.Enabled, _last);
        return Choice.Grant(_last);
    }

    /// <summary>The first of the list after an actor, going round.</summary>
    internal static int Next(IReadOnlyList<Parked> enabled, int last)
    {
        foreach (var parked in enabled)
        {
            if (parked.Actor > last)
            {
                return parked.Actor;
            }
        }
        return enabled[0].Actor;
    }
}
