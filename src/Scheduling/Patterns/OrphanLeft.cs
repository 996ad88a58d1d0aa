using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Main came back while a process that it, or a child of it, had started was still at work.</summary>
internal sealed class OrphanLeft : IPattern
{
    /// <inheritdoc/>
    public string Name => "orphan left";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        var steps = account.Run.Steps;
        if (steps.FirstOrDefault(step => step.Operation.Kind == OperationKind.Return) is not { } back)
        {
            return null;
        }
        // A mark or a change after main was back: what only had to end has done its work.
        var late = steps.Skip(back.Index + 1).FirstOrDefault(step => step.Actor != back.Actor && IsWork(account, step));
        if (late is null)
        {
            return null;
        }
        var start = steps.FirstOrDefault(step =>
            step.Operation.Kind == OperationKind.Start && step.Object.Number == late.Actor
        );
        return new Sentence(
            Name,
            $"main came back before {account.Did(late)}: {account.Who(late.Actor)}, "
                + (start is null ? "which" : $"which {account.Who(start.Actor)} started{Account.At(start)} and which")
                + " nobody had joined by then, was still at work.",
            start?.Source ?? late.Source
        );
    }

    private static bool IsWork(Account account, Step step) =>
        step.Operation.Kind == OperationKind.Mark
        || account.Accesses.Any(access => access.Index == step.Index && access.Writes);
}
