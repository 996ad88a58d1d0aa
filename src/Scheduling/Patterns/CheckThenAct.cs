using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Somebody looked, and acted on what it had seen when that was no longer so.</summary>
internal sealed class CheckThenAct : IPattern
{
    /// <inheritdoc/>
    public string Name => "check-then-act";

    /// <inheritdoc/>
    public Sentence? Read(Account account) =>
        Overwriting.In(account).FirstOrDefault(found => found.Read.IsTest) is { } found
            ? Say(account, found.Read, found.Change, found.Write)
            : InTwoSections(account);

    // It looked under the lock and acted under the lock, and gave it back in between. That it read again when it acted does
    // not help: it had decided before.
    private Sentence? InTwoSections(Account account)
    {
        foreach (
            var look in account.Accesses.Where(access => !access.Writes && account.LocksAt(access.Index).Count > 0)
        )
        {
            var next = account.Accesses.Where(access =>
                access.Actor == look.Actor && access.Index > look.Index && access.IsAbout(look)
            );
            if (
                next.FirstOrDefault(access => access.Writes) is { } act
                && account.LetsGoBetween(look.Index, act.Index)
                && !account.DoesBetween(look.Index, act.Index, step => IsAnotherMatter(account, look, step))
                && account.LocksAt(look.Index).Intersect(account.LocksAt(act.Index)).Any()
                && account.Accesses.FirstOrDefault(access => IsBetween(access, look, act)) is { } change
            )
            {
                return Say(account, look, change, act);
            }
        }
        return null;
    }

    // After a wait for something else, and after work of its own, it acts on what it has learned since.
    private static bool IsAnotherMatter(Account account, Access look, Step step) =>
        step.Operation.Kind is OperationKind.Mark or OperationKind.GiveWay
        || (Independence.IsWait(step.Operation.Kind) && !account.HeldAt(look.Index).Contains(step.Object))
        || account.Accesses.Any(access => access.Index == step.Index && access.Writes);

    private static bool IsBetween(Access access, Access look, Access act) =>
        access.Writes
        && access.Actor != look.Actor
        && access.Index > look.Index
        && access.Index < act.Index
        && access.IsAbout(look);

    private Sentence Say(Account account, Access look, Access change, Access act) =>
        new(
            Name,
            $"{account.Did(look.Step)} looked, and had acted on it only by {account.Did(act.Step)}; in between came "
                + $"{account.Did(change.Step)}, so that what {account.Who(look.Actor)} had seen was no longer so. Looking and acting "
                + "have to be one step, under one lock that is not given back in between.",
            act.Step.Source
        );
}
