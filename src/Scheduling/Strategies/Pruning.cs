using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Grants operations whose order cannot matter at once, lowest actor first, without asking the strategy: those that are
/// local, those on private objects, starts where only one actor starts others, and joins of what has ended. So the
/// strategy spends its luck where it counts.
/// </summary>
/// <param name="profile">What is known about the objects; it may grow between runs.</param>
public sealed class Pruning(Profile profile)
{
    /// <summary>The actor to grant at once, or null when the strategy is to be asked.</summary>
    public Choice? Grant(Situation situation)
    {
        if (situation.IsIdle)
        {
            return null;
        }
        var enabled = situation.Enabled;
        for (var i = 0; i < enabled.Count; i++) // for every point of every run: nothing new
        {
            var parked = enabled[i];
            if (IsSettled(parked) && (parked.Operation.IsQuiet || IsAlone(parked, situation)))
            {
                return Choice.Grant(parked.Actor);
            }
        }
        return null;
    }

    // Children are numbered in the order of their starts; but for that a start can come as early as it likes. A join that
    // can go on has seen the end that it waits for; one that only asks is another matter.
    private bool IsSettled(Parked parked) =>
        (!parked.IsKilled && profile.IsSettled(parked.Operation.Kind, parked.Object))
        || (parked.Operation.Kind == OperationKind.Start && profile.IsOnlyStarter(parked.Actor))
        || (parked.Operation.Kind == OperationKind.Join && parked.Operation.Timeout != 0);

    // What follows the operation may read or write what a second thread of the process sees.
    private static bool IsAlone(Parked parked, Situation situation)
    {
        var all = situation.Parked;
        for (var i = 0; i < all.Count; i++)
        {
            var other = all[i];
            if (other.Process == parked.Process && other.Actor != parked.Actor)
            {
                return false;
            }
        }
        return true;
    }
}
