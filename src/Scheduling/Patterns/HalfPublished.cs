namespace ConcurrencyKatas.Scheduling;

/// <summary>Somebody changed two things that belong together, and another one saw the one as it is and the other as it was.</summary>
internal sealed class HalfPublished : IPattern
{
    /// <inheritdoc/>
    public string Name => "half-published record";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        foreach (var (first, second) in Pairs(account, access => access.Writes))
        {
            foreach (var (one, other) in Pairs(account, access => access is { Reads: true, Writes: false }))
            {
                if (
                    one.Actor != first.Actor
                    && SeesHalf(first, second, one, other)
                    && !HaveOneLock(account, first, second, one, other)
                )
                {
                    return new Sentence(
                        Name,
                        $"{account.Did(first.Step)} and {account.Did(second.Step)} belong together, and {account.Did(one.Step)} "
                            + $"and {account.Did(other.Step)} saw only one of them: {account.Who(one.Actor)} read while "
                            + $"{account.Who(first.Actor)} was between the two, or the other way round. Both pairs need one lock "
                            + "that is held from the first to the second.",
                        one.Step.Source
                    );
                }
            }
        }
        return null;
    }

    // Two such accesses of an actor to different data, the one after the other, with no change of its own in between.
    private static IEnumerable<(Access First, Access Second)> Pairs(Account account, Predicate<Access> wanted)
    {
        foreach (var mine in account.Accesses.GroupBy(access => access.Actor))
        {
            Access? last = null;
            foreach (var access in mine)
            {
                if (wanted(access) && last is not null && !last.IsAbout(access))
                {
                    yield return (last, access);
                }
                last =
                    wanted(access) ? access
                    : access.Writes ? null
                    : last;
            }
        }
    }

    // Then each pair that lies in one section is whole, and what lies in two was not meant to be one.
    private static bool HaveOneLock(Account account, params IEnumerable<Access> accesses) =>
        accesses
            .Select(access => account.LocksAt(access.Index))
            .Aggregate((all, locks) => [.. all.Intersect(locks)])
            .Count > 0;

    private static bool SeesHalf(Access first, Access second, Access one, Access other)
    {
        if (one.IsAbout(first) && other.IsAbout(second))
        {
            return Sees(one, first) != Sees(other, second);
        }
        return one.IsAbout(second) && other.IsAbout(first) && Sees(one, second) != Sees(other, first);
    }

    private static bool Sees(Access read, Access write) => read.Index > write.Index;
}
