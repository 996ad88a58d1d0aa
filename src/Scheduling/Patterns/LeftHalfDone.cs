using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Somebody was killed while it held a lock, and had changed by then what the lock protects.</summary>
internal sealed class LeftHalfDone : IPattern
{
    /// <inheritdoc/>
    public string Name => "left half done";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        if (account.Run.Steps.FirstOrDefault(step => step.IsKill) is not { } kill)
        {
            return null;
        }
        foreach (var gate in account.LocksAt(kill.Index))
        {
            var taken = account.Run.Steps.Last(step =>
                step.Actor == kill.Actor && step.Object == gate && step.Operation.Kind == OperationKind.Acquire
            );
            var last = account.Accesses.LastOrDefault(access =>
                access.Writes && access.Actor == kill.Actor && access.Index > taken.Index
            );
            if (last is not null)
            {
                return new Sentence(Name, Tell(account, kill, gate, last), kill.Source);
            }
        }
        return null;
    }

    private static string Tell(Account account, Step kill, ObjectId gate, Access last)
    {
        var name = account.Name(gate);
        var next = account.Run.Steps.FirstOrDefault(step =>
            step.Index > kill.Index && step.Object == gate && step.Decision.Value == Decision.Abandoned
        );
        var heir = next is null ? $"nobody took {name} over" : $"{account.Did(next)} was told";
        return $"{account.Who(kill.Actor)} was killed while it held {name}, and the last that it changed was {account.Did(last.Step)}. "
            + $"After that {heir}. Whoever takes {name} over has to find out how far it had come, and to finish or undo that.";
    }
}
