using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.ZombiesAndOrphans;

/// <summary>
/// Reads the marks of a day at the post house (on <c>messenger-2</c>: <c>is back</c>) and how main came to know who had ended.
/// </summary>
internal static class HallBook
{
    public const string Branch = "branch";

    private const string SignedOffWith = "is signed off with exit code ";
    private const int LooksAtMost = 8;

    public static string Messenger(int number) => $"messenger-{number}";

    public static bool IsOnTheWay(MarkEvent mark) => mark.What == "is on the way";

    public static bool IsBack(MarkEvent mark) => mark.What == "is back";

    public static bool IsOnTheRoad(MarkEvent mark) => mark.What == "is on the road";

    public static bool IsSignedOff(MarkEvent mark) => mark.What.StartsWith(SignedOffWith);

    /// <summary>How many were signed off so far.</summary>
    public static int SignedOff(KataRun run) => run.Marks.Count(IsSignedOff);

    /// <summary>A run that says nothing about the day, because nobody was sent out.</summary>
    public static Violation? StayedEmpty(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsOnTheWay)
            ? new Violation("Everything ended and no messenger had been sent out, so this could not be shown.")
            : null;

    /// <summary>Somebody who was not signed off, or twice, or too early, or with another exit code.</summary>
    public static Violation? NotSignedOff(KataRun run)
    {
        var day = new Roster(run);
        foreach (var name in day.Expected)
        {
            if (day.ActorOf(name) is not { } actor)
            {
                return new Violation($"{name} was never sent out.");
            }
            var signatures = run.Marks.Where(mark => mark.Object == name && IsSignedOff(mark)).ToList();
            if (signatures is not [var signature])
            {
                return new Violation(
                    signatures.Count == 0
                        ? $"{name} was never signed off."
                        : $"{name} was signed off {signatures.Count} times.",
                    signatures.Count == 0 ? run.MainReturnedAt : signatures[1].Step
                );
            }
            if (run.Run.Steps[signature.Step].Actor != 0)
            {
                return new Violation($"{name} was signed off by {signature.Actor}, and not by main.", signature.Step);
            }
            if (!day.Looks.Any(look => look.Step < signature.Step && look.Sees(actor, ended: true)))
            {
                return new Violation(
                    $"{name} was signed off before main had seen that its process had ended.",
                    signature.Step
                );
            }
            if (signature.What != $"{SignedOffWith}{run.Actors[actor].ExitCode}")
            {
                return new Violation(
                    $"{name} ended with exit code {run.Actors[actor].ExitCode}, and {signature.What}.",
                    signature.Step
                );
            }
        }
        return run.Marks.FirstOrDefault(mark => IsSignedOff(mark) && !day.Expected.Contains(mark.Object)) is { } other
            ? new Violation($"{other.Object} was signed off, and nobody has that name.", other.Step)
            : null;
    }

    /// <summary>Two messengers, or a messenger and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) =>
        ProcessBook.Shared(
            run,
            "messenger",
            mark => int.Parse(mark.Object.AsSpan(mark.Object.IndexOf('-') + 1)),
            (int)run.Arguments[0]!,
            isTheirs: mark => IsOnTheWay(mark) || IsBack(mark)
        );

    /// <summary>Somebody who had ended when main saw that another had not, and who was signed off after that one.</summary>
    public static Violation? PassedOver(KataRun run)
    {
        var day = new Roster(run);
        foreach (var (later, signedOff) in day.Signatures)
        {
            foreach (var look in day.Looks.Where(look => look.Step < signedOff && look.Sees(later, ended: false)))
            {
                var passed = day.Signatures.FirstOrDefault(other =>
                    other.Step > signedOff && day.EndedAt(other.Actor) < look.Step
                );
                if (passed != default)
                {
                    return new Violation(
                        $"{day.NameOf(passed.Actor)} was back when main saw that {day.NameOf(later)} was still away, and "
                            + $"{day.NameOf(later)} was signed off first.",
                        signedOff
                    );
                }
            }
        }
        return null;
    }

    /// <summary>A main process that does not sleep: it asks again and again, or waits for a limited time.</summary>
    public static Violation? Asks(KataRun run)
    {
        var looks = 0;
        foreach (var step in run.Run.Steps.Where(step => step.Actor == 0))
        {
            if (step.Operation.Kind == OperationKind.Mark)
            {
                looks = 0;
            }
            else if (step.Operation.Timeout > 0 && step.Operation.Kind != OperationKind.Sleep)
            {
                var limit = TimeSpan.FromTicks(step.Operation.Timeout).TotalSeconds;
                return new Violation(
                    $"main waits for {limit:0.###} s at most, and what then? It is to sleep until somebody is back.",
                    step.Index,
                    "polling"
                );
            }
            else if (Look.IsInVain(step) && ++looks > LooksAtMost)
            {
                return new Violation(
                    $"main has asked {looks} times in a row and in vain, instead of sleeping until somebody is back.",
                    step.Index,
                    "polling"
                );
            }
        }
        return null;
    }

    /// <summary>A child of main that runs, or whose end main has not seen, when Open returns.</summary>
    public static Violation? LeftBehind(KataRun run)
    {
        var day = new Roster(run);
        foreach (var actor in day.ChildrenOfMain)
        {
            if (!day.Looks.Any(look => look.Step < run.MainReturnedAt && look.Sees(actor, ended: true)))
            {
                return new Violation(
                    day.EndedAt(actor) < run.MainReturnedAt
                        ? $"Open returned, and {day.NameOf(actor)} had ended and was left as a zombie: main never asked for its exit code."
                        : $"Open returned, and {day.NameOf(actor)} was still running.",
                    run.MainReturnedAt
                );
            }
        }
        return null;
    }

    /// <summary>A child of main that the process table of the system still had when Open returned.</summary>
    public static Violation? StillInTheTable(RealRun real)
    {
        if (real.Marks.Count(IsSignedOff) != (int)real.Arguments[0]!)
        {
            return new Violation($"{real.Marks.Count(IsSignedOff)} of {real.Arguments[0]} messengers were signed off.");
        }
        var zombies = real.Remaining.Count(child => child.IsZombie);
        return real.Remaining is [var first, ..]
            ? new Violation(
                $"When Open returned, the process table had {zombies} zombies and {real.Remaining.Count - zombies} running "
                    + $"children of main; the first is {first.Name} (process {first.Pid})."
            )
            : null;
    }

    /// <summary>Messengers that were signed off in another order than they came back in: with one place, the order of their ends.</summary>
    public static Violation? OutOfOrder(RealRun real)
    {
        var back = real.Marks.Where(IsBack).Select(mark => mark.Object).ToList();
        var signedOff = real
            .Marks.Where(mark => IsSignedOff(mark) && mark.Object != Branch)
            .Select(mark => mark.Object)
            .ToList();
        return back.SequenceEqual(signedOff)
            ? null
            : new Violation(
                $"They came back in the order {string.Join(", ", back)} and were signed off in the order {string.Join(", ", signedOff)}."
            );
    }
}
