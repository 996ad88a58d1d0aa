using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.JoinableKitchen;

/// <summary>Reads the marks of a kitchen (on <c>dish 1.2</c>: <c>is eaten</c>) and says what is wrong with them.</summary>
internal static class KitchenBook
{
    private const string Ordered = "is ordered from waiter ";
    private const string Cooked = "is cooked by cook ";
    private const string Eaten = "is eaten";
    private const int Terminated = -15;

    public static bool IsOrdering(MarkEvent mark) => mark.What.StartsWith(Ordered);

    public static bool IsCooking(MarkEvent mark) => mark.What.StartsWith(Cooked);

    public static bool IsEating(MarkEvent mark) => mark.What == Eaten;

    /// <summary>The dish that was cooked before all others; null while none was.</summary>
    public static string? FirstCooked(KataRun run) => run.Marks.FirstOrDefault(IsCooking)?.Object;

    public static bool AllOrdered(KataRun run) => run.Marks.Count(IsOrdering) == Dishes(run).Count();

    public static bool AllEatenButOne(KataRun run) => run.Marks.Count(IsEating) == Dishes(run).Count() - 1;

    /// <summary>A run that says nothing about dishes, because none was eaten.</summary>
    public static Violation? StayedCold(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsEating)
            ? new Violation("Everything ended and no dish had ever been eaten, so this could not be shown.")
            : null;

    /// <summary>A dish that was cooked before it was ordered, or eaten before it was cooked.</summary>
    public static Violation? OutOfOrder(KataRun run)
    {
        Dictionary<string, MarkEvent> last = [];
        foreach (var mark in run.Marks)
        {
            var before = last.GetValueOrDefault(mark.Object);
            if (IsCooking(mark) && (before is null || !IsOrdering(before)))
            {
                return new Violation(
                    before is null
                        ? $"{mark.Object} {mark.What}, and nobody had ordered it."
                        : $"{mark.Object} {mark.What}, although it {before.What} already.",
                    mark.Step
                );
            }
            if (IsEating(mark) && (before is null || !IsCooking(before)))
            {
                return new Violation($"{mark.Object} {mark.What}, and it had not been cooked for that.", mark.Step);
            }
            last[mark.Object] = mark;
        }
        return null;
    }

    /// <summary>A dish that was not ordered, cooked and eaten once before the kitchen closed.</summary>
    public static Violation? NotEaten(KataRun run)
    {
        if (run.MainReturnedAt is not { } closed)
        {
            return new Violation("Open did not return: main ended by an exception.");
        }
        foreach (var dish in Dishes(run))
        {
            var marks = run.Marks.Where(mark => mark.Object == dish && mark.Step < closed).ToList();
            if (marks.Count(IsEating) == 1 && marks.Count(IsOrdering) == 1)
            {
                continue;
            }
            return new Violation(
                marks.Count(IsEating) > 1 ? $"{dish} was eaten {marks.Count(IsEating)} times."
                    : marks.Count(IsOrdering) > 1 ? $"{dish} was ordered {marks.Count(IsOrdering)} times."
                    : marks.Count == 0 ? $"the kitchen closed before {dish} was even ordered."
                    : marks.Exists(IsCooking) ? $"the kitchen closed when {dish} was cooked, and nobody had eaten it."
                    : $"the kitchen closed when {dish} was ordered, and nobody had cooked it.",
                closed
            );
        }
        return null;
    }

    /// <summary>A process that ended by an exception.</summary>
    public static Violation? BrokenDown(KataRun run) =>
        run.Actors.FirstOrDefault(actor => actor.ExitCode is not (null or 0) && !WasEnded(actor)) is { } crashed
            ? new Violation($"{crashed.Name} ended with exit code {crashed.ExitCode}: it broke down by an exception.")
            : null;

    /// <summary>A waiter who had not gone home when Open returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Open");

    /// <summary>More or fewer daemons than cooks, or one that did something else than cook.</summary>
    public static Violation? NotDaemons(KataRun run)
    {
        var cooks = (int)run.Arguments[2]!;
        var daemons = run.Actors.Count(actor => actor.IsDaemon);
        if (daemons != cooks)
        {
            return new Violation($"{cooks} cooks were asked for, and main started {daemons} daemons.");
        }
        return
            run.Marks.FirstOrDefault(mark => IsOrdering(mark) == run.Actors[ActorOf(run, mark)].IsDaemon) is { } strange
            ? new Violation(
                $"{strange.Actor} is {(IsOrdering(strange) ? "a daemon" : "no daemon")}, and {strange.Object} "
                    + $"{strange.What} there.",
                strange.Step
            )
            : null;
    }

    /// <summary>The same for real: every cook ended with main, everybody else by themselves, and nobody is left.</summary>
    public static Violation? Remains(RealRun real)
    {
        var (waiters, cooks) = ((int)real.Arguments[0]!, (int)real.Arguments[2]!);
        var others = real.Processes.Where(process => process.Pid != real.Main.Pid).ToList();
        var ended = others.Count(process => process.ExitCode == Terminated);
        var well = others.Count(process => process.ExitCode == 0);
        if (ended != cooks || well != waiters || others.Count != waiters + cooks)
        {
            return new Violation(
                $"for {waiters} waiters and {cooks} cooks main had {others.Count} processes, of which {well} ended by "
                    + $"themselves and {ended} were ended with main."
            );
        }
        var eaten = real.Marks.Count(IsEating);
        return ProcessBook.Leftovers(real)
            ?? (
                eaten == waiters * (int)real.Arguments[1]!
                    ? null
                    : new Violation(
                        $"{eaten} dishes were eaten for real, and {waiters * (int)real.Arguments[1]!} were ordered."
                    )
            );
    }

    /// <summary>Work that was done in the main process, or two people in one process, or one in two.</summary>
    public static Violation? SharedProcess(KataRun run)
    {
        Dictionary<int, string> whoIs = [];
        foreach (var mark in run.Marks.Where(mark => !IsEating(mark)))
        {
            var (actor, who) = (ActorOf(run, mark), Person(mark));
            if (actor == 0)
            {
                return new Violation($"{mark.Object} {mark.What} in the main process.", mark.Step);
            }
            if (whoIs.TryGetValue(actor, out var other) ? other != who : whoIs.ContainsValue(who))
            {
                return new Violation(
                    other is null
                        ? $"{who} worked in two processes."
                        : $"{other} and {who} shared the process {mark.Actor}.",
                    mark.Step
                );
            }
            whoIs[actor] = who;
        }
        var people = (int)run.Arguments[0]! + (int)run.Arguments[2]!;
        var processes = run.Actors.Count(actor => actor.IsProcess) - 1;
        return processes == people
            ? null
            : new Violation($"main started {processes} processes for {people} waiters and cooks.");
    }

    private static bool WasEnded(ActorInfo actor) => actor is { IsDaemon: true, ExitCode: Terminated };

    private static int ActorOf(KataRun run, MarkEvent mark) => run.Run.Steps[mark.Step].Actor;

    private static string Person(MarkEvent mark) => string.Join(' ', mark.What.Split(' ')[^2..]);

    private static IEnumerable<string> Dishes(KataRun run) =>
        from waiter in Enumerable.Range(1, (int)run.Arguments[0]!)
        from number in Enumerable.Range(1, (int)run.Arguments[1]!)
        select $"dish {waiter}.{number}";
}
