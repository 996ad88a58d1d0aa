using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Reads a deadlock in which somebody waits at an end of a pipe for what will not come.</summary>
internal sealed class PipeReading(Run run)
{
    private readonly Words _words = new(run);

    /// <summary>The sentence; null when nobody waits so.</summary>
    public Sentence? Read() => First(BothReceive) ?? First(LeftOpen) ?? First(Full);

    // Who could send waits for a message as well.
    private Sentence? BothReceive(Wait wait)
    {
        var others = wait.Holders.Where(holder => holder != wait.Actor).ToList();
        return IsReceive(wait) && others.Count > 0 && others.TrueForAll(other => ReceivesAtOtherEnd(other, wait))
            ? new Sentence(
                "both receive",
                $"{Who(wait)} waits{At(wait.Source)} for a message at {EndOf(wait)}, and {_words.Actors(others)} "
                    + $"{(others.Count == 1 ? "waits" : "wait")} for one at {PipeWords.OtherEnd(run, wait)}: neither side "
                    + "sends any more, and neither closes its end.",
                wait.Source
            )
            : null;
    }

    private bool ReceivesAtOtherEnd(int actor, Wait wait) =>
        run.Waits.Any(other =>
            other.Actor == actor
            && IsReceive(other)
            && other.Object == wait.Object
            && other.Operation.End != wait.Operation.End
        );

    // The end does not come, because a copy of the other end is open where nobody sends through it.
    private Sentence? LeftOpen(Wait wait)
    {
        if (!IsReceive(wait))
        {
            return null;
        }
        var idle = wait
            .Holders.Where(holder => holder == wait.Actor || IsThrough(holder) || !HasSent(holder, wait))
            .ToList();
        var other = PipeWords.OtherEnd(run, wait);
        return idle.Count == 0
            ? null
            : new Sentence(
                "end left open",
                $"{Who(wait)} waits{At(wait.Source)} for a message at {EndOf(wait)}, or for the end, and neither comes: "
                    + $"{Words.List([.. idle.Select(holder => Keeps(holder, other, wait))])}. Every process that has an end "
                    + "which it does not use has to close it.",
                wait.Source
            );
    }

    private string Keeps(int holder, string other, Wait wait) =>
        holder == wait.Actor ? $"it has {other} open itself"
        : run.Waits.FirstOrDefault(its => its.Actor == holder) is { } its && IsThrough(holder)
            ? $"{_words.Actor(holder)} still has {other} open and {_words.Waits(its)}"
        : $"{_words.Actor(holder)} still has {other} open and does not send through it";

    // Who waits for the end of others sends no more.
    private bool IsThrough(int process) =>
        run.Waits.Any(wait => wait.Actor == process && wait.Operation.Kind is OperationKind.Join or OperationKind.End);

    private bool HasSent(int process, Wait wait) =>
        run.Steps.Any(step =>
            step.Object == wait.Object
            && step.Operation.Kind == OperationKind.Send
            && step.Operation.Process == process
            && step.Operation.End != wait.Operation.End
        );

    private Sentence? Full(Wait wait) =>
        wait.Operation.Kind == OperationKind.Send
            ? new Sentence(
                "pipe full",
                $"{Who(wait)} waits{At(wait.Source)} for room at {EndOf(wait)}, and {_words.Actors(wait.Holders)}, who could "
                    + "receive what is there, will not do so any more.",
                wait.Source
            )
            : null;

    private Sentence? First(Func<Wait, Sentence?> say) =>
        run.Waits.Select(say).FirstOrDefault(said => said is not null);

    private static bool IsReceive(Wait wait) => wait.Operation.Kind is OperationKind.Receive or OperationKind.Poll;

    private string EndOf(Wait wait) => _words.Object(wait.Object, wait.Operation);

    private string Who(Wait wait) => _words.Actor(wait.Actor);

    private static string At(SourceLine? source) => source is { } place ? $" at {place}" : "";
}
