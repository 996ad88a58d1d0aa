using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// What counts as a preemption, which is what a bounded search counts: the turn is taken from an actor that could have gone on.
/// </summary>
public static class Preemption
{
    /// <summary>
    /// Whether going on with anybody else than <paramref name="last"/>, who went last, would be a preemption. It would not
    /// where that actor has ended or has to wait (a time-out that could come is a wait), where it polls, or where it is about to
    /// sleep: it gives its turn away by itself.
    /// </summary>
    /// <param name="situation">The moment.</param>
    /// <param name="last">Who was granted last; −1 before the first grant.</param>
    public static bool IsFrom(Situation situation, int last) =>
        !situation.IsIdle
        && situation.EnabledOf(last) is { } parked
        && parked.Operation.Kind != OperationKind.Sleep
        && !situation.World.IsPolling(last);
}
