namespace ConcurrencyKatas.Scheduling;

/// <summary>Comes to a moment that was thought out, and goes on from there to the end without a preemption.</summary>
/// <param name="goal">The moment.</param>
/// <param name="preemptions">How many there are up to there, for <see cref="Describe"/>.</param>
/// <param name="number">The run's number, for <see cref="Describe"/>.</param>
internal sealed class WithoutPreemption(Moment goal, int preemptions, int number) : IStrategy
{
    private readonly List<Moment> _way = goal.Way();
    private int _depth;
    private int _last = -1;

    /// <inheritdoc/>
    public string Describe() => $"bounded[preemptions={preemptions},run={number}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        if (++_depth < _way.Count)
        {
            var next = _way[_depth];
            if (situation.EnabledOf(next.Actor)?.Operation.Kind != next.Done.Operation.Kind)
            {
                return Choice.Stop($"The same choices led to another moment at step {situation.Steps.Count}.");
            }
            _last = next.Actor;
        }
        else if (!Preemption.IsFrom(situation, _last))
        {
            _last = situation.Enabled[0].Actor;
        }
        return Choice.Grant(_last);
    }
}
