using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.DeadlockRLock;

/// <summary>Reads the marks of a smithy (<c>worker 2 lays the blade</c>) and says what is wrong with them.</summary>
internal static class SmithyBook
{
    private static readonly string[] s_day =
    [
        "lays the blade",
        "blows on the blade",
        "has heated the blade",
        "strikes the blade",
        "rests",
        "blows on the spring",
        "has heated the spring",
        "lays the spring",
        "strikes the spring",
    ];

    public static int Worker(MarkEvent mark) => int.Parse(mark.What.Split(' ')[1]);

    public static bool IsResting(MarkEvent mark) => Deed(mark) == "rests";

    public static bool IsBurning(MarkEvent mark) => Deed(mark).StartsWith("burns");

    /// <summary>The worker who finished a piece before all others; 0 while nobody has.</summary>
    public static int FirstToStrike(KataRun run) => run.Marks.Where(IsStriking).Select(Worker).FirstOrDefault();

    /// <summary>Whether everybody but the first to strike has struck twice.</summary>
    public static bool OthersHaveFinished(KataRun run)
    {
        var first = FirstToStrike(run);
        var pieces = run.Marks.Where(mark => IsStriking(mark) && Worker(mark) != first).CountBy(Worker).ToList();
        return pieces.Count == (int)run.Arguments[0]! - 1 && pieces.All(worker => worker.Value == 2);
    }

    /// <summary>A moment at which a worker used a tool that another was using.</summary>
    public static Violation? Collision(KataRun run)
    {
        var users = new Dictionary<string, MarkEvent>();
        foreach (var mark in run.Marks.Where(mark => !IsResting(mark)))
        {
            if (users.TryGetValue(mark.Object, out var user) && Worker(user) != Worker(mark))
            {
                var use = mark.Object == "anvil" ? "lies on the anvil" : "has the bellows";
                return new Violation(
                    $"worker {Worker(mark)} {Deed(mark)} while the {Piece(user)} of worker {Worker(user)} {use}.",
                    mark.Step
                );
            }
            if (Deed(mark).StartsWith("lays") || Deed(mark).StartsWith("blows"))
            {
                users[mark.Object] = mark;
            }
            else
            {
                users.Remove(mark.Object);
            }
        }
        return null;
    }

    /// <summary>A run that says nothing about tools, because nobody used one.</summary>
    public static Violation? StoodIdle(KataRun run) =>
        run.Run.Ending == Ending.Completed && run.Marks.Count == 0
            ? new Violation("Everything ended and no tool had ever been used, so this could not be shown.")
            : null;

    /// <summary>A worker whose day was not blade, rest, spring; the failing one is excused.</summary>
    public static Violation? Unfinished(KataRun run)
    {
        var workers = (int)run.Arguments[0]!;
        var failing = (int)run.Arguments[1]!;
        foreach (var stranger in run.Marks.Where(mark => Worker(mark) < 1 || Worker(mark) > workers))
        {
            return new Violation(
                $"worker {Worker(stranger)} came, but the workers are numbered from 1 to {workers}.",
                stranger.Step
            );
        }
        for (var worker = 1; worker <= workers; worker++)
        {
            var marks = run.Marks.Where(mark => Worker(mark) == worker).ToList();
            if (worker == failing)
            {
                if (!marks.Exists(IsBurning))
                {
                    return new Violation($"worker {worker} was to burn the iron and did not.");
                }
                continue;
            }
            for (var i = 0; i < Math.Max(marks.Count, s_day.Length); i++)
            {
                var due = i < s_day.Length ? s_day[i] : null;
                var done = i < marks.Count ? Deed(marks[i]) : null;
                if (due != done)
                {
                    return new Violation(
                        $"worker {worker} {done ?? "goes home"} where the work says: {due ?? "goes home"}.",
                        i < marks.Count ? marks[i].Step : null
                    );
                }
            }
        }
        return null;
    }

    /// <summary>A process that ended by an exception though no iron burnt.</summary>
    public static Violation? Crashed(KataRun run) => ProcessBook.Crashed(run, "though no iron burnt");

    /// <summary>A process that had not ended when Run returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Run");

    /// <summary>A standstill, most likely for want of tools that the failing worker never gave back.</summary>
    public static Violation? ToolsLost(KataRun run)
    {
        if (run.Run.Ending != Ending.Deadlocked)
        {
            return null;
        }
        return run.Marks.FirstOrDefault(IsBurning) is { } burning
            ? new Violation(
                $"worker {Worker(burning)} burnt the {Piece(burning)}, and the smithy came to a standstill: "
                    + "the tools that were in use at that moment can never be had again.",
                burning.Step,
                "forgotten release"
            )
            : new Violation("The smithy came to a standstill before any iron could burn.");
    }

    /// <summary>Two workers, or a worker and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) =>
        ProcessBook.Shared(run, "worker", Worker, (int)run.Arguments[0]!);

    /// <summary>A process table in which the workers are not so many processes beside main.</summary>
    public static Violation? NotAProcessEach(RealRun real) =>
        ProcessBook.NotAProcessEach(real, "worker", (int)real.Arguments[0]!);

    private static bool IsStriking(MarkEvent mark) => Deed(mark).StartsWith("strikes");

    private static string Deed(MarkEvent mark) => mark.What.Split(' ', 3)[2];

    private static string Piece(MarkEvent mark) => mark.What.Split(' ')[^1];
}
