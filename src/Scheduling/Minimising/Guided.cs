namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Follows an order of actors as far as it can: whoever cannot go on when its turn comes is passed over. After that it goes
/// on without switching for as long as it can.
/// </summary>
/// <param name="order">Actors, in the order in which they are to be granted.</param>
internal sealed class Guided(IReadOnlyList<int> order) : IStrategy
{
    private int _next;
    private int _last = -1;

    /// <inheritdoc/>
    public string Describe() => $"guided[points={order.Count}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        while (_next < order.Count)
        {
            var actor = order[_next++];
            if (situation.IsEnabled(actor))
            {
                return Choice.Grant(_last = actor);
            }
        }
        return Choice.Grant(_last = situation.IsEnabled(_last) ? _last : situation.Enabled[0].Actor);
    }
}
