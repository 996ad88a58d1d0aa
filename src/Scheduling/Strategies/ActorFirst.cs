namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// One actor goes on whenever it can, and otherwise the lowest one that can: the run with the fewest switches away from
/// that actor. One such run for each actor shows which objects it touches.
/// </summary>
/// <remarks>After 1,000 points it goes on in turn, so that an actor that waits by spinning gets its answer.</remarks>
/// <param name="first">Who goes first.</param>
public sealed class ActorFirst(int first) : IStrategy
{
    private const int FairAfter = 1_000;

    private int _last = -1;

    /// <inheritdoc/>
    public string Describe() => $"actor-first[actor={first}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        if (situation.Steps.Count >= FairAfter)
        {
            _last = RoundRobin.Next(situation.Enabled, _last);
            return Choice.Grant(_last);
        }
        return Choice.Grant(situation.IsEnabled(first) ? first : situation.Enabled[0].Actor);
    }
}
