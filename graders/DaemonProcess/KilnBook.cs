using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.DaemonProcess;

/// <summary>Reads the marks of a night at the kiln (on <c>step 2</c>: <c>is heated</c>) and says what is wrong with them.</summary>
internal static class KilnBook
{
    private const string Heated = "is heated";
    private const string Cracks = "cracks the kiln";
    private const string Written = "is written down";
    private const string Shows = "shows ";
    private const int Terminated = -15;

    public static bool IsHeating(MarkEvent mark) => mark.What == Heated;

    public static bool IsWriting(MarkEvent mark) => mark.What == Written;

    public static bool IsShowing(MarkEvent mark) => mark.What.StartsWith(Shows);

    public static bool MainHasEnded(KataRun run) => run.EndedAt(run.Actors[0].Name) is not null;

    /// <summary>Whether the display has shown, and the clerk written down, the first two steps.</summary>
    public static bool FirstTwoAreShownAndWritten(KataRun run) =>
        run.Marks.Any(mark => mark.What == $"{Shows}step 2")
        && run.Marks.Any(mark => IsWriting(mark) && mark.Object == "step 1")
        && run.Marks.Any(mark => IsWriting(mark) && mark.Object == "step 2");

    /// <summary>A run that says nothing about the night, because nothing was heated.</summary>
    public static Violation? StayedCold(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsHeating)
            ? new Violation("Everything ended and nothing had been heated, so this could not be shown.")
            : null;

    /// <summary>A step that was written down although it had not been heated.</summary>
    public static Violation? WrittenTooSoon(KataRun run)
    {
        HashSet<string> heated = [];
        foreach (var mark in run.Marks)
        {
            if (IsHeating(mark))
            {
                heated.Add(mark.Object);
            }
            else if (IsWriting(mark) && !heated.Contains(mark.Object))
            {
                return new Violation($"{mark.Object} {Written}, and it had not been heated.", mark.Step);
            }
        }
        return null;
    }

    /// <summary>A step that was not heated once by main and then written down once.</summary>
    public static Violation? NotWritten(KataRun run)
    {
        for (var step = 1; step <= HeatedSteps(run); step++)
        {
            var marks = run.Marks.Where(mark => mark.Object == $"step {step}").ToList();
            if (marks.Count(IsHeating) != 1 || run.Run.Steps[marks.Find(IsHeating)!.Step].Actor != 0)
            {
                return new Violation($"main is to heat step {step} once, and it was heated otherwise.");
            }
            if (marks.Count(IsWriting) != 1)
            {
                return new Violation(
                    marks.Exists(IsWriting)
                        ? $"step {step} was written down {marks.Count(IsWriting)} times."
                        : $"step {step} was heated, and it is not in the logbook: {Clerk(run)}.",
                    marks[^1].Step
                );
            }
        }
        return run.Marks.FirstOrDefault(mark => IsWriting(mark) && run.Run.Steps[mark.Step].Actor == 0) is { } own
            ? new Violation($"{own.Object} {Written} by the main process.", own.Step)
            : null;
    }

    /// <summary>A night on which the kiln cracked, and main ended as if nothing had happened.</summary>
    public static Violation? KeptQuiet(KataRun run) =>
        !run.Marks.Any(mark => mark.What == Cracks)
            ? new Violation("the kiln was to crack and did not: Kiln.Heat was not told at which step.")
        : run.Actors[0].ExitCode == 0
            ? new Violation("the kiln cracked, and main ended with exit code 0: nobody will ever hear of it.")
        : !run.Output.Contains("CrackedException")
            ? new Violation("the kiln cracked, and main ended by another exception, which hides that.")
        : null;

    /// <summary>A process that ended by an exception though nothing had cracked.</summary>
    public static Violation? Crashed(KataRun run) =>
        run.Actors.FirstOrDefault(actor => actor.ExitCode is not (null or 0) && !WasEnded(actor)) is { } crashed
            ? new Violation($"{crashed.Name} ended with exit code {crashed.ExitCode}, though nothing cracked.")
            : null;

    /// <summary>A display that is no daemon, or shares a process with somebody, or did not show anything that it could have.</summary>
    public static Violation? NotADaemon(KataRun run)
    {
        foreach (var mark in run.Marks.Where(IsShowing))
        {
            var actor = run.Actors[run.Run.Steps[mark.Step].Actor];
            if (!actor.IsDaemon)
            {
                return new Violation($"{actor.Name} shows the steps, and it is not a daemon.", mark.Step);
            }
            if (run.Marks.FirstOrDefault(other => IsWriting(other) && other.Actor == mark.Actor) is { } both)
            {
                return new Violation($"{actor.Name} both shows the steps and keeps the logbook.", both.Step);
            }
        }
        return null;
    }

    /// <summary>The same for real: who is still there, and how everybody else ended.</summary>
    public static Violation? Remains(RealRun real)
    {
        if (ProcessBook.Leftovers(real) is { } left)
        {
            return left;
        }
        var odd = real.Processes.FirstOrDefault(process =>
            process.Pid != real.Main.Pid && process.ExitCode is not (0 or Terminated)
        );
        if (odd is not null)
        {
            return new Violation(
                odd.ExitCode is null
                    ? $"{odd.Name} (process {odd.Pid}) was never seen to end."
                    : $"{odd.Name} (process {odd.Pid}) ended with exit code {odd.ExitCode}."
            );
        }
        var heated = real.Marks.Count(IsHeating);
        var written = real.Marks.Where(IsWriting).Select(mark => mark.Object).Distinct().Count();
        return heated == written
            ? null
            : new Violation($"{heated} steps were heated for real, and {written} of them are in the logbook.");
    }

    private static bool WasEnded(ActorInfo actor) => actor is { IsDaemon: true, ExitCode: Terminated };

    private static string Clerk(KataRun run) =>
        run.Actors.FirstOrDefault(WasEnded) is { } daemon
            ? $"{daemon.Name}, a daemon, was ended with main, and what it had not done is lost"
            : "nobody had written it down when main ended";

    // The step at which the kiln cracks does not count, and none comes after it.
    private static int HeatedSteps(KataRun run)
    {
        var (steps, cracks) = ((int)run.Arguments[0]!, (int)run.Arguments[1]!);
        return cracks == 0 ? steps : cracks - 1;
    }
}
