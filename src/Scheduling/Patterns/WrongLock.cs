namespace ConcurrencyKatas.Scheduling;

/// <summary>Two actors guard the same data, each by a lock of its own.</summary>
internal sealed class WrongLock : IPattern
{
    /// <inheritdoc/>
    public string Name => "wrong lock";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        foreach (var change in account.Accesses.Where(access => access.Writes))
        {
            // Somebody was in the middle of it: it touched the data before and after, and held its lock all the time.
            foreach (var before in account.Accesses.TakeWhile(access => access.Index < change.Index))
            {
                if (before.Actor == change.Actor || !before.IsAbout(change) || After(account, before, change) is null)
                {
                    continue;
                }
                var (mine, its) = (account.LocksAt(before.Index), account.LocksAt(change.Index));
                if (mine.Count > 0 && its.Count > 0 && !mine.Intersect(its).Any())
                {
                    return new Sentence(
                        Name,
                        $"{account.Did(before.Step)} and {account.Did(change.Step)} touch {account.Name(change.Step.Object)} under "
                            + $"different locks, the one under {account.Names(mine)} and the other under {account.Names(its)}, so "
                            + $"the second came between two steps of the first. What is shared needs one lock for all.",
                        change.Step.Source
                    );
                }
            }
        }
        return null;
    }

    private static Access? After(Account account, Access before, Access change) =>
        account.Accesses.FirstOrDefault(access =>
            access.Actor == before.Actor
            && access.Index > change.Index
            && access.IsAbout(change)
            && !account.LetsGoBetween(before.Index, access.Index)
        );
}
