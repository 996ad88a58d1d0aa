using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A process read for the last time what a child of its own was still to write, and had not joined it.</summary>
internal sealed class ReadBeforeJoin : IPattern
{
    /// <inheritdoc/>
    public string Name => "read before join";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        foreach (var write in account.Accesses.Reverse().Where(access => access.Writes))
        {
            var parent = account.Run.Actors[write.Actor].Parent;
            if (
                parent < 0
                || account.Accesses.LastOrDefault(access =>
                    access.Actor == parent && access.Reads && access.IsAbout(write)
                )
                    is not { } read
                || read.Index > write.Index
                || HasJoined(account, parent, write.Actor, read.Index)
            )
            {
                continue;
            }
            return new Sentence(
                Name,
                $"{account.Did(read.Step)} read {account.Name(read.Step.Object)} before {account.Did(write.Step)} wrote it: "
                    + $"{account.Who(parent)} has to join {account.Who(write.Actor)} first.",
                read.Step.Source
            );
        }
        return null;
    }

    private static bool HasJoined(Account account, int parent, int child, int before) =>
        account
            .Run.Steps.Take(before)
            .Any(step =>
                step.Actor == parent
                && step.Operation.Kind == OperationKind.Join
                && step.Decision.Go
                && step.Object.Number == child
            );
}
