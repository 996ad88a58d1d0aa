using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Says why a run did not come to its end.</summary>
public static class Obstacles
{
    /// <summary>The pattern of a deadlock that has no better name.</summary>
    public const string DeadlockPattern = "deadlock";

    // Two limits end a run; the detail says which.
    private static string Limit(Run run) =>
        run.Detail!.EndsWith(" objects.", StringComparison.Ordinal)
            ? $"after {run.Steps.Count:N0} steps it uses more objects than there may be"
            : $"it was cut off after {run.Steps.Count:N0} steps";

    /// <summary>The pattern of a program that goes on without end, which the number of its operations or of its loops' turns shows.</summary>
    public const string EndlessPattern = "endless loop";

    /// <summary>The pattern of a process that computes where nothing can be counted, which the processor time it uses shows.</summary>
    public const string BusyPattern = "busy loop";

    /// <summary>Null for a run that completed.</summary>
    /// <exception cref="CouldNotGradeException">The run ended for a reason that is ours.</exception>
    public static Violation? Explain(KataRun run)
    {
        Run raw = run.Run;
        string who = raw.Steps.Count > 0 ? raw.Actors[raw.Steps[^1].Actor].Name : "main";
        switch (raw.Ending)
        {
            case Ending.Completed or Ending.Stopped:
                return null;
            case Ending.Deadlocked:
                Sentence deadlock = Sentences.Deadlock(raw);
                return new Violation(deadlock.Text, Pattern: deadlock.Pattern ?? DeadlockPattern);
            case Ending.Looping:
                bool isBusy = raw.Detail!.Contains("processor time", StringComparison.Ordinal);
                return new Violation(
                    $"{who} is stuck in a loop: {raw.Detail}.",
                    raw.Steps.Count - 1,
                    isBusy ? BusyPattern : EndlessPattern
                );
            case Ending.TooLong:
                return new Violation($"the program does not end: {Limit(raw)}.", raw.Steps.Count - 1, EndlessPattern);
            case Ending.Died:
                return new Violation($"{who} crashed: {raw.Detail}.", raw.Steps.Count - 1, "crash");
            default:
                throw new CouldNotGradeException($"{who} stopped answering: {raw.Detail}.");
        }
    }
}
