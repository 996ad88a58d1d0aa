using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Somebody was woken, another one came first and took what it had been woken for, and it went on without looking again.
/// </summary>
internal sealed class IfInsteadOfWhile : IPattern
{
    /// <inheritdoc/>
    public string Name => "if instead of while";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        foreach (var resume in account.Run.Steps.Where(IsResume))
        {
            var away = account.Run.Steps.Last(step => step.Index < resume.Index && IsGiveWay(step, resume));
            if (
                LookedAt(account, away) is { } look
                && Taken(account, look, away, resume) is { } taken
                && GoesOn(account, look, resume) is { } act
            )
            {
                return new Sentence(
                    Name,
                    $"{account.Who(resume.Actor)} was woken{Account.At(resume)}, but before it had {account.Name(resume.Object)} "
                        + $"again, {account.Did(taken.Step)} came first. {account.Who(resume.Actor)} went on "
                        + $"({account.Did(act)}) without looking again whether what it waited for was still so: test it in a "
                        + "while, not in an if.",
                    act.Source ?? resume.Source
                );
            }
        }
        return null;
    }

    private static bool IsResume(Step step) => step.Operation.Kind == OperationKind.Resume && step.Decision.Go;

    private static bool IsGiveWay(Step step, Step resume) =>
        step.Operation.Kind == OperationKind.GiveWay && step.Actor == resume.Actor && step.Object == resume.Object;

    // The last thing that it read before it went to wait.
    private static Access? LookedAt(Account account, Step away) =>
        account.Accesses.LastOrDefault(access =>
            access.Actor == away.Actor && access.Index < away.Index && access.Reads
        );

    // Somebody else changed it after the notification.
    private static Access? Taken(Account account, Access look, Step away, Step resume)
    {
        var notified = account.Run.Steps.FirstOrDefault(step =>
            step.Index > away.Index
            && step.Index < resume.Index
            && step.Operation.Kind == OperationKind.Notify
            && step.Object == resume.Object
            && step.Operation.Condition == resume.Operation.Condition
            && step.Decision.Value > 0
        );
        return notified is null
            ? null
            : account.Accesses.LastOrDefault(access =>
                access.Writes
                && access.Index > notified.Index
                && access.Index < resume.Index
                && access.Actor != notified.Actor
                && access.Actor != resume.Actor
                && access.IsAbout(look)
            );
    }

    // What it did next to the data, or said, when it did not read them first.
    private static Step? GoesOn(Account account, Access look, Step resume)
    {
        var next = account.Run.Steps.FirstOrDefault(step =>
            step.Actor == resume.Actor
            && step.Index > resume.Index
            && step.Operation.Kind is not (OperationKind.Print or OperationKind.Sleep or OperationKind.ReadClock)
        );
        return
            next is null
            || account.Accesses.Any(access => access.Index == next.Index && access.IsAbout(look) && access.Reads)
            ? null
            : next;
    }
}
