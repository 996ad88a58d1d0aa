using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.SemaphoreRooms;

/// <summary>Reads the marks of a spa (<c>guest 2 enters</c>) and says what is wrong with them.</summary>
internal static class SpaBook
{
    public static int Guest(MarkEvent mark) => int.Parse(mark.What.Split(' ')[1]);

    public static bool IsEntering(MarkEvent mark) => mark.What.EndsWith("enters");

    public static bool IsLeaving(MarkEvent mark) => mark.What.EndsWith("leaves");

    public static bool IsSlipping(MarkEvent mark) => mark.What.EndsWith("slips and leaves");

    public static int Entered(KataRun run) => run.Marks.Count(IsEntering);

    /// <summary>The guest who entered before all others; 0 while nobody has.</summary>
    public static int FirstInside(KataRun run) => run.Marks.Where(IsEntering).Select(Guest).FirstOrDefault();

    /// <summary>Who is inside after the last mark, in the order in which they came.</summary>
    public static IReadOnlyList<int> Inside(KataRun run)
    {
        List<int> inside = [];
        foreach (var mark in run.Marks)
        {
            Follow(mark, inside);
        }
        return inside;
    }

    /// <summary>A moment at which there were more guests inside than rooms.</summary>
    public static Violation? Overcrowded(KataRun run)
    {
        var rooms = (int)run.Arguments[1]!;
        List<int> inside = [];
        foreach (var mark in run.Marks)
        {
            if (IsEntering(mark) && inside.Count >= rooms)
            {
                var all = rooms == 1 ? "the only room" : $"all {rooms} rooms";
                return new Violation($"guest {Guest(mark)} entered while {Guests(inside)} had {all}.", mark.Step);
            }
            Follow(mark, inside);
        }
        return null;
    }

    /// <summary>A run that says nothing about rooms, because nobody came.</summary>
    public static Violation? StayedEmpty(KataRun run) =>
        run.Run.Ending == Ending.Completed && Entered(run) == 0
            ? new Violation("Everything ended and no guest had ever been inside, so this could not be shown.")
            : null;

    /// <summary>A guest who did not enter once and leave once, the clumsy one by slipping.</summary>
    public static Violation? Unserved(KataRun run)
    {
        var guests = (int)run.Arguments[0]!;
        var clumsy = (int)run.Arguments[2]!;
        foreach (var stranger in run.Marks.Where(mark => Guest(mark) < 1 || Guest(mark) > guests))
        {
            return new Violation(
                $"guest {Guest(stranger)} came, but the guests are numbered from 1 to {guests}.",
                stranger.Step
            );
        }
        for (var guest = 1; guest <= guests; guest++)
        {
            var marks = run.Marks.Where(mark => Guest(mark) == guest).ToList();
            if (marks.Count == 0)
            {
                return new Violation($"guest {guest} was never served, though {Guests(Served(run))} had been.");
            }
            if (marks.Count != 2)
            {
                return new Violation($"guest {guest} was served {marks.Count(IsEntering)} times.", marks[^1].Step);
            }
            if (IsSlipping(marks[1]) != (guest == clumsy))
            {
                return new Violation(
                    guest == clumsy
                        ? $"guest {guest} was to slip and did not: Stay.Enjoy was not told who is clumsy."
                        : $"guest {guest} slipped, but the clumsy guest was {clumsy} (0: nobody).",
                    marks[1].Step
                );
            }
        }
        return null;
    }

    /// <summary>A process that ended by an exception though nobody slipped.</summary>
    public static Violation? Crashed(KataRun run) => ProcessBook.Crashed(run, "though nobody slipped");

    /// <summary>A process that had not ended when Open returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Open");

    /// <summary>A standstill, most likely for want of the room in which the clumsy guest slipped.</summary>
    public static Violation? RoomLost(KataRun run)
    {
        if (run.Run.Ending != Ending.Deadlocked)
        {
            return null;
        }
        if (run.Marks.FirstOrDefault(IsSlipping) is not { } slip)
        {
            return new Violation("The spa came to a standstill before anybody could slip.");
        }
        var guests = (int)run.Arguments[0]!;
        var waiting = Enumerable.Range(1, guests).Except(run.Marks.Select(Guest)).ToList();
        return new Violation(
            waiting.Count == 0
                ? $"guest {Guest(slip)} slipped, and then the spa came to a standstill."
                : $"guest {Guest(slip)} slipped and was carried out, but the room was never free again: "
                    + $"{Guests(waiting)} cannot enter any more.",
            slip.Step,
            "forgotten release"
        );
    }

    /// <summary>Two guests, or a guest and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) =>
        ProcessBook.Shared(run, "guest", Guest, (int)run.Arguments[0]!);

    /// <summary>A process table in which the guests are not so many children of main.</summary>
    public static Violation? NotAProcessEach(RealRun real) =>
        ProcessBook.NotAProcessEach(real, "guest", (int)real.Arguments[0]!);

    private static IEnumerable<int> Served(KataRun run) => run.Marks.Select(Guest).Distinct().Order();

    private static void Follow(MarkEvent mark, List<int> inside)
    {
        if (IsEntering(mark))
        {
            inside.Add(Guest(mark));
        }
        else
        {
            inside.Remove(Guest(mark));
        }
    }

    private static string Guests(IEnumerable<int> guests) =>
        guests.Select(guest => $"guest {guest}").ToList() switch
        {
            [] => "nobody",
            [var one] => one,
            [.. var some, var last] => $"{string.Join(", ", some)} and {last}",
        };
}
