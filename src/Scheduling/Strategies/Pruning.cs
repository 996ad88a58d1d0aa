namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Grants operations whose order cannot matter at once, lowest actor first, without asking the strategy: those that are
/// local, and those on private objects. So the strategy spends its luck where it counts.
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
        foreach (var parked in situation.Enabled)
        {
            if (
                profile.IsSettled(parked.Operation.Kind, parked.Object)
                && (parked.Operation.IsQuiet || IsAlone(parked, situation))
            )
            {
                return Choice.Grant(parked.Actor);
            }
        }
        return null;
    }

    // What follows the operation may read or write what a second thread of the process sees.
    private static bool IsAlone(Parked parked, Situation situation)
    {
        foreach (var other in situation.Parked)
        {
            if (other.Process == parked.Process && other.Actor != parked.Actor)
            {
                return false;
            }
        }
        return true;
    }
}
