using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.ProducerConsumer;

/// <summary>Reads the marks of a bakery (on <c>loaf 1.2</c>: <c>is sold by seller 2</c>), and what was on its shelf.</summary>
internal static class BakeryBook
{
    private const string Baked = "is baked by baker ";
    private const string Sold = "is sold by seller ";

    public static bool IsBaking(MarkEvent mark) => mark.What.StartsWith(Baked);

    public static bool IsSelling(MarkEvent mark) => mark.What.StartsWith(Sold);

    public static int Baker(MarkEvent mark) => int.Parse(mark.What[Baked.Length..]);

    public static int Loaves(KataRun run) => (int)run.Arguments[1]!;

    public static int Room(KataRun run) => (int)run.Arguments[3]!;

    /// <summary>Whether one loaf only is still to be sold.</summary>
    public static bool AllSoldButOne(KataRun run) => run.Marks.Count(IsSelling) == (Bakers(run) * Loaves(run)) - 1;

    /// <summary>Whether the mark is about to be made by whoever took a loaf before all others.</summary>
    public static bool IsOfTheFirstToTake(MarkEvent mark, KataRun run) =>
        ShelfBook.FirstToTake(run) is { } first && run.Actors[first].Name == mark.Actor;

    /// <summary>A run that says nothing about bread, because none was sold.</summary>
    public static Violation? StayedEmpty(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsSelling)
            ? new Violation("Everything ended and no loaf had ever been sold, so this could not be shown.")
            : null;

    /// <summary>A loaf that was sold before it existed.</summary>
    public static Violation? SoldBeforeItWasBaked(KataRun run)
    {
        HashSet<string> baked = [];
        foreach (var mark in run.Marks)
        {
            if (IsBaking(mark))
            {
                baked.Add(mark.Object);
            }
            else if (!baked.Contains(mark.Object))
            {
                return new Violation($"{mark.Object} {mark.What}, and nobody had baked it.", mark.Step);
            }
        }
        return null;
    }

    /// <summary>A loaf that was not baked once by its baker and sold once by a seller.</summary>
    public static Violation? NotSoldOnce(KataRun run)
    {
        for (var baker = 1; baker <= Bakers(run); baker++)
        {
            for (var number = 1; number <= Loaves(run); number++)
            {
                var loaf = $"loaf {baker}.{number}";
                var marks = run.Marks.Where(mark => mark.Object == loaf).ToList();
                if (marks.Count(IsBaking) != 1 || !marks.Exists(mark => IsBaking(mark) && Baker(mark) == baker))
                {
                    return new Violation(
                        $"{loaf} was baked {marks.Count(IsBaking)} times; baker {baker} is to bake it once.",
                        marks.FindLast(IsBaking)?.Step
                    );
                }
                if (marks.Count(IsSelling) != 1)
                {
                    return new Violation(
                        marks.Exists(IsSelling)
                            ? $"{loaf} was sold {marks.Count(IsSelling)} times."
                            : $"{loaf} was never sold: all sellers had gone home.",
                        marks[^1].Step
                    );
                }
            }
        }
        return Strange(run);
    }

    /// <summary>A seller who went home for no other reason than that nothing had come for a while.</summary>
    public static Violation? TiredOfWaiting(KataRun run)
    {
        for (var actor = 1; actor < run.Actors.Count; actor++)
        {
            // A time-out comes only when nothing else can happen, so that no loaf is ever late here.
            var last = run.Run.Steps.LastOrDefault(step =>
                step.Actor == actor
                && step.Operation.Kind != OperationKind.End
                && !Independence.IsLocal(step.Operation.Kind)
            );
            if (last is { Operation: { Kind: OperationKind.Get, Timeout: > 0 }, Decision.Outcome: Outcome.TimedOut })
            {
                return new Violation(
                    $"{run.Actors[actor].Name} went home because nothing had come for a while. Nobody had said that no bread "
                        + "would come any more: the next loaf may take longer than any time that you choose.",
                    last.Index
                );
            }
        }
        return null;
    }

    /// <summary>A process that ended by an exception.</summary>
    public static Violation? Crashed(KataRun run) => ProcessBook.Crashed(run);

    /// <summary>A process that had not ended when Open returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Open");

    /// <summary>Work that was done in the main process, or two people in one process, or one in two.</summary>
    public static Violation? SharedProcess(KataRun run)
    {
        Dictionary<int, string> whoIs = [];
        foreach (var mark in run.Marks)
        {
            var (actor, who) = (run.Run.Steps[mark.Step].Actor, Person(mark));
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
        var processes = run.Actors.Count(actor => actor.IsProcess) - 1;
        return processes == People(run.Arguments)
            ? null
            : new Violation($"main started {processes} processes for {People(run.Arguments)} bakers and sellers.");
    }

    /// <summary>A process table without a process for each, or bread that was not sold once.</summary>
    public static Violation? NotForReal(RealRun real)
    {
        if (ProcessBook.NotAProcessEach(real, "bakers and seller", People(real.Arguments)) is { } odd)
        {
            return odd;
        }
        var sold = real.Marks.Where(IsSelling).CountBy(mark => mark.Object).ToList();
        var baked = (int)real.Arguments[0]! * (int)real.Arguments[1]!;
        return sold.Count == baked && sold.TrueForAll(loaf => loaf.Value == 1)
            ? null
            : new Violation($"{real.Marks.Count(IsSelling)} sales of {sold.Count} loaves, where {baked} were baked.");
    }

    private static Violation? Strange(KataRun run) =>
        run.Marks.FirstOrDefault(mark => IsSelling(mark) && (Seller(mark) < 1 || Seller(mark) > (int)run.Arguments[2]!))
            is { } strange
            ? new Violation($"{strange.Object} {strange.What}, and there is no such seller.", strange.Step)
            : null;

    private static int Seller(MarkEvent mark) => int.Parse(mark.What[Sold.Length..]);

    private static string Person(MarkEvent mark) => mark.What[(mark.What.LastIndexOf(" by ") + 4)..];

    private static int People(IReadOnlyList<object?> arguments) => (int)arguments[0]! + (int)arguments[2]!;

    private static int Bakers(KataRun run) => (int)run.Arguments[0]!;
}
