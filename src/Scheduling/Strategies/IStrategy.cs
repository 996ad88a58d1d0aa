namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Chooses the schedule of one run. Guarantees asked of every strategy: it chooses only from
/// <see cref="Situation.Enabled"/>; its choices depend on nothing but its parameters and the situations it was shown, so
/// that the same parameters give the same run; and it knows actors by number, never by when they arrived.
/// A strategy serves one run and is then thrown away.
/// </summary>
public interface IStrategy
{
    /// <summary>Its name and parameters, enough to build it again: <c>pct[depth=3,seed=42]</c>.</summary>
    string Describe();

    /// <summary>
    /// Whom to let go on. Asked at every point that is not pruned, also where only one actor is enabled
    /// (<see cref="Situation.IsChoice"/> tells). Never asked when nothing is enabled.
    /// </summary>
    Choice Choose(Situation situation);
}
