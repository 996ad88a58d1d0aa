using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Reads a deadlock in which somebody waits for a notification, an event or other parties that will not come.</summary>
internal sealed class MeetingReading(Run run)
{
    private readonly Words _words = new(run);

    /// <summary>The sentence; null when nobody waits so.</summary>
    public Sentence? Read() =>
        First(wait => wait.Operation.Kind == OperationKind.Resume && wait.Holders.Count == 0, Notification)
        ?? First(wait => IsWaitFor(wait, SlotKind.Event), Event)
        ?? First(wait => IsWaitFor(wait, SlotKind.Barrier) && wait.Holders.Count == 0, Barrier);

    private Sentence Notification(Wait wait)
    {
        var ready = wait.Operation.Text;
        var began = run.Steps.Last(step => step.Actor == wait.Actor && step.Operation.Kind == OperationKind.GiveWay);
        var lost = run.Steps.LastOrDefault(step =>
            step.Index < began.Index
            && step.Actor != wait.Actor
            && step.Operation.Kind == OperationKind.Notify
            && step.Object == wait.Object
            && step.Operation.Condition == wait.Operation.Condition
            && step.Decision.Value == 0
        );
        return lost is null
            ? new Sentence(
                "nobody notifies",
                $"{Who(wait)} waits{At(wait.Source)} to be notified of {ready}, and nobody is left who will do so.",
                wait.Source
            )
            : new Sentence(
                "lost wake-up",
                $"{_words.Actor(lost.Actor)} notified {ready}{At(lost.Source)} before {Who(wait)} waited for it{At(wait.Source)}, "
                    + "so nobody was woken and nobody will be: a notification is not kept. Whoever waits has to test first, with "
                    + "the lock held, whether what it waits for has happened already.",
                wait.Source
            );
    }

    private Sentence Event(Wait wait)
    {
        var name = _words.Object(wait.Object);
        var on = run.Steps.Where(step => step.Object == wait.Object).ToList();
        var set = on.LastOrDefault(step => step.Operation.Kind == OperationKind.Set);
        var cleared = on.LastOrDefault(step => step.Operation.Kind == OperationKind.Clear);
        return set is null || cleared is null
            ? new Sentence(
                "event never set",
                $"{Who(wait)} waits{At(wait.Source)} for {name}, which nobody has set and nobody is left to set.",
                wait.Source
            )
            : new Sentence(
                "lost wake-up",
                $"{_words.Actor(set.Actor)} set {name}{At(set.Source)} and {_words.Actor(cleared.Actor)} cleared it"
                    + $"{At(cleared.Source)} before {Who(wait)} came to wait for it{At(wait.Source)}: an event that is cleared "
                    + "at once lets only those through who wait already.",
                wait.Source
            );
    }

    private Sentence Barrier(Wait wait)
    {
        var waiting = run.Waits.Where(other =>
            other.Object == wait.Object && other.Operation.Kind == OperationKind.Wait
        );
        var actors = waiting.Select(other => other.Actor).ToList();
        var parties = run.Objects[wait.Object].Initial;
        return new Sentence(
            "barrier not full",
            $"{_words.Actors(actors)} {(actors.Count == 1 ? "waits" : "wait")}{At(wait.Source)} at "
                + $"{_words.Object(wait.Object)}, which opens for {parties.ToString(CultureInfo.InvariantCulture)} parties, and "
                + "nobody else will come.",
            wait.Source
        );
    }

    private Sentence? First(Func<Wait, bool> which, Func<Wait, Sentence> say) =>
        run.Waits.FirstOrDefault(which) is { } wait ? say(wait) : null;

    private bool IsWaitFor(Wait wait, SlotKind kind) =>
        wait.Operation.Kind == OperationKind.Wait
        && run.Objects.TryGetValue(wait.Object, out var info)
        && info.Kind.Plain() == kind;

    private string Who(Wait wait) => _words.Actor(wait.Actor);

    private static string At(SourceLine? source) => source is { } place ? $" at {place}" : "";
}
