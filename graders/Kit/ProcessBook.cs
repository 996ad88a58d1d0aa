using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>What every kata wants of its processes, and how it says that something is wrong with them.</summary>
internal static class ProcessBook
{
    /// <summary>A process that ended by an exception that nothing called for.</summary>
    /// <param name="run">The run.</param>
    /// <param name="although">What did not happen that would have excused it: <c>though nobody slipped</c>.</param>
    public static Violation? Crashed(KataRun run, string? although = null) =>
        run.Run.Actors.FirstOrDefault(actor => actor.ExitCode is not (null or 0)) is { } crashed
            ? new Violation(
                $"{crashed.Name} ended with exit code {crashed.ExitCode}{(although is null ? "" : $", {although}")}."
            )
            : null;

    /// <summary>A process that had not ended when the entry method returned.</summary>
    /// <param name="run">The run.</param>
    /// <param name="entry">The entry method's name.</param>
    /// <param name="missing">What had not been done: <c>nobody had joined it</c>.</param>
    public static Violation? LeftBehind(KataRun run, string entry, string missing = "nobody had joined it") =>
        run.Run.Steps.FirstOrDefault(step =>
            run.Actors[step.Actor].Process != 0
            && step.Operation.Kind == OperationKind.End
            && step.Index > run.MainReturnedAt
        )
            is { } late
            ? new Violation(
                $"{entry} returned while {run.Actors[late.Actor].Name} had not ended: {missing}.",
                run.MainReturnedAt
            )
            : null;

    /// <summary>Two who share a process, with each other or with main, or fewer or more processes than there are to be.</summary>
    /// <param name="run">The run.</param>
    /// <param name="role">What they are: <c>guest</c>.</param>
    /// <param name="who">The number of the one who recorded a mark.</param>
    /// <param name="count">How many there are to be.</param>
    /// <param name="isTheirs">Which marks are theirs; by default all are.</param>
    public static Violation? Shared(
        KataRun run,
        string role,
        Func<MarkEvent, int> who,
        int count,
        Func<MarkEvent, bool>? isTheirs = null
    )
    {
        var numberOf = new Dictionary<int, int>();
        foreach (var mark in run.Marks.Where(isTheirs ?? (_ => true)))
        {
            var actor = run.Run.Steps[mark.Step].Actor;
            if (actor == 0)
            {
                return new Violation($"{role} {who(mark)} came in the main process.", mark.Step);
            }
            if (numberOf.TryGetValue(actor, out var other) && other != who(mark))
            {
                return new Violation($"{role} {other} and {role} {who(mark)} shared {mark.Actor}.", mark.Step);
            }
            numberOf[actor] = who(mark);
        }
        return numberOf.Count == count
            ? null
            : new Violation($"The {role}s had {numberOf.Count} processes where there are {count} {role}s.");
    }

    /// <summary>A process table in which they are not so many processes beside main, each ended well and gone.</summary>
    /// <param name="real">The run for real.</param>
    /// <param name="role">What they are: <c>guest</c>.</param>
    /// <param name="count">How many there are to be.</param>
    /// <param name="orMore">Whether there may be others beside them.</param>
    public static Violation? NotAProcessEach(RealRun real, string role, int count, bool orMore = false)
    {
        var others = real.Processes.Where(process => process.Pid != real.Main.Pid).ToList();
        var found = others.Select(process => process.Pid).Distinct().Count();
        if (orMore ? found < count : found != count)
        {
            return new Violation($"{count} {role}s came, and main's process had {others.Count} others beside it.");
        }
        return EndedBadly(real)
            ?? (
                real.ExitCode == 0
                    ? Leftovers(real)
                    : new Violation($"main (process {real.Main.Pid}) ended with exit code {real.ExitCode}.")
            );
    }

    /// <summary>A process beside main that was not seen to end, or ended by an exception.</summary>
    public static Violation? EndedBadly(RealRun real) =>
        real.Processes.FirstOrDefault(process => process.Pid != real.Main.Pid && process.ExitCode != 0) is { } odd
            ? new Violation(
                odd.ExitCode is null
                    ? $"{odd.Name} (process {odd.Pid}) was never seen to end."
                    : $"{odd.Name} (process {odd.Pid}) ended with exit code {odd.ExitCode}."
            )
            : null;

    /// <summary>Processes that outlived main.</summary>
    public static Violation? Leftovers(RealRun real) =>
        real.Leftovers.Count > 0
            ? new Violation($"{real.Leftovers.Count} processes were still there when main had ended.")
            : null;
}
