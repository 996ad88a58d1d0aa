using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Somebody read, another one changed the same data, and the first one then changed it without having looked again.</summary>
/// <param name="Read">What was read.</param>
/// <param name="Change">What the other one did.</param>
/// <param name="Write">What it was overwritten by.</param>
internal sealed record Overwriting(Access Read, Access Change, Access Write)
{
    /// <summary>Every one of them in a run.</summary>
    public static IEnumerable<Overwriting> In(Account account)
    {
        foreach (var write in account.Accesses.Where(access => access.Writes && !access.IsAtomic))
        {
            var mine = account.Accesses.Where(access =>
                access.Actor == write.Actor && access.Index < write.Index && access.IsAbout(write)
            );
            // Who gave a lock back to wait for a condition has been told of the change.
            if (
                mine.LastOrDefault() is not { Writes: false } read
                || account.DoesBetween(read.Index, write.Index, step => step.Operation.Kind == OperationKind.GiveWay)
            )
            {
                continue;
            }
            var change = account.Accesses.LastOrDefault(access =>
                access.Writes
                && access.Actor != write.Actor
                && access.Index > read.Index
                && access.Index < write.Index
                && access.IsAbout(write)
            );
            if (change is not null)
            {
                yield return new Overwriting(read, change, write);
            }
        }
    }
}
