using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Somebody gave back what kept the others out before it was done, and another one came in between.</summary>
internal sealed class ReleasedTooEarly : IPattern
{
    /// <inheritdoc/>
    public string Name => "released too early";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        if (account.Faulty is not { Operation.Kind: OperationKind.Mark } faulty)
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
            if (before is null || after is null)
            {
                continue;
            }
            var release = account
                .Run.Steps.Take(faulty.Index)
                .Skip(before.Index)
                .FirstOrDefault(step =>
                    step.Actor == mine.Key
                    && step.Operation.Kind == OperationKind.Release
                    && account.HeldAt(before.Index).Contains(step.Object)
                    && !account.HeldAt(after.Index).Contains(step.Object)
                );
            if (release is not null)
            {
                return new Sentence(
                    Name,
                    $"{account.Who(mine.Key)} gave {account.Name(release.Object)} back{Account.At(release)} before it was done "
                        + $"({account.Did(after)}), so {account.Did(faulty)} could come in between.",
                    release.Source
                );
            }
        }
        return null;
    }
}
