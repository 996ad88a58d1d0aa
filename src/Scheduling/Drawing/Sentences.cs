using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Says in one sentence how a run came to stand still, naming the pattern behind it.</summary>
public static class Sentences
{
    /// <summary>The sentence about a run that ended as <see cref="Ending.Deadlocked"/>.</summary>
    public static Sentence Deadlock(Run run) => new DeadlockReading(run).Read();

    /// <summary>The sentence about any ending that is not <see cref="Ending.Completed"/>.</summary>
    public static Sentence Of(Run run) =>
        run.Ending switch
        {
            Ending.Deadlocked => Deadlock(run),
            Ending.Completed => new Sentence(null, "The run completed.", null),
            Ending.Looping => Plain("endless loop", run, "An actor ran without ever coming to a point"),
            Ending.TooLong => Plain("no end in sight", run, "The run did not come to an end"),
            Ending.Died => Plain("crash", run, "A process died"),
            Ending.Stopped => Plain(null, run, "The run was stopped"),
            _ => Plain(null, run, "The run could not be followed to its end"),
        };

    private static Sentence Plain(string? pattern, Run run, string what)
    {
        var last = run.Steps.Count > 0 ? run.Steps[^1] : null;
        var after = last is null
            ? ""
            : $", last seen after {new Words(run).Actor(last.Actor)} {new Words(run).Did(last)}";
        return new Sentence(pattern, $"{what}{after}. {run.Detail}".TrimEnd(), last?.Source);
    }
}
