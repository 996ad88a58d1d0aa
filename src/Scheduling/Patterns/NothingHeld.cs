using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>One came in the middle of what another one was doing, and neither held anything that could have kept them apart.</summary>
internal sealed class NothingHeld : IPattern
{
    /// <inheritdoc/>
    public string Name => "nothing held";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        if (account.Faulty is not { Operation.Kind: OperationKind.Mark } faulty || IsGuarded(account, faulty))
        {
            return null;
        }
        var marks = account.Run.Steps.Where(step =>
            step.Operation.Kind == OperationKind.Mark && step.Object == faulty.Object && step.Actor != faulty.Actor
        );
        foreach (var mine in marks.GroupBy(mark => mark.Actor))
        {
            var before = mine.LastOrDefault(mark => mark.Index < faulty.Index);
            var after = mine.FirstOrDefault(mark => mark.Index > faulty.Index);
            if (before is not null && after is not null && !IsGuarded(account, before))
            {
                return new Sentence(
                    Name,
                    $"{account.Did(faulty)} came between {account.Did(before)} and {account.Did(after)}, and neither of them held a "
                        + "lock or a unit of a semaphore that could have kept the other one out.",
                    faulty.Source
                );
            }
        }
        return null;
    }

    private static bool IsGuarded(Account account, Step step) => account.HeldAt(step.Index).Count > 0;
}
