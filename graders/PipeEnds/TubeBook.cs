namespace ConcurrencyKatas.Graders.PipeEnds;

/// <summary>
/// Reads the marks of a reading room (on <c>visitor 2</c>: <c>asks about shelf 9</c>; on <c>archive</c>: <c>finds shelf 9</c>)
/// and says what is wrong with them.
/// </summary>
internal static class TubeBook
{
    private const string Asks = "asks about shelf ";
    private const string Reads = "reads about shelf ";
    private const string Finds = "finds shelf ";
    private const string Closes = "closes after ";

    public static int Visitor(MarkEvent mark) => int.Parse(mark.Object.Split(' ')[1]);

    public static bool IsReading(MarkEvent mark) => mark.What.StartsWith(Reads);

    /// <summary>The visitor who asked before all others; 0 while nobody has.</summary>
    public static int FirstToAsk(KataRun run) => run.Marks.Where(IsAsking).Select(Visitor).FirstOrDefault();

    /// <summary>Whether all visitors but the one who asked first have read all their answers.</summary>
    public static bool OthersHaveReadAll(KataRun run) =>
        run.Marks.Count(mark => IsReading(mark) && Visitor(mark) != FirstToAsk(run))
        == (Visitors(run) - 1) * Questions(run);

    /// <summary>A run that says nothing about questions, because nobody asked.</summary>
    public static Violation? StayedEmpty(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsAsking)
            ? new Violation("Everything ended and nobody had asked anything, so this could not be shown.")
            : null;

    /// <summary>A visitor who did not ask every question once and read its answer before the next.</summary>
    public static Violation? Misread(KataRun run)
    {
        for (var visitor = 1; visitor <= Visitors(run); visitor++)
        {
            var marks = run.Marks.Where(mark => mark.Object == $"visitor {visitor}").ToList();
            var expected = Expected(visitor, run).ToList();
            var place = Enumerable
                .Range(0, Math.Max(marks.Count, expected.Count))
                .FirstOrDefault(
                    index => index >= marks.Count || index >= expected.Count || marks[index].What != expected[index],
                    -1
                );
            if (place < 0)
            {
                continue;
            }
            return place >= marks.Count ? new Violation($"visitor {visitor} {Never(expected[place])}.{Printed(run)}")
                : place >= expected.Count
                    ? new Violation(
                        $"visitor {visitor} {marks[place].What}, after all that was to be done had been.",
                        marks[place].Step
                    )
                : new Violation(
                    $"visitor {visitor} {marks[place].What}, where it was to be: {expected[place]}.",
                    marks[place].Step
                );
        }
        return null;
    }

    /// <summary>An archive that did not find each shelf as often as it was asked for, and close once after that.</summary>
    public static Violation? ClosedTooEarly(KataRun run)
    {
        var marks = run.Marks.Where(mark => mark.Object == "archive").ToList();
        var asked = run.Marks.Where(IsAsking).ToList();
        if (asked.Count == 0)
        {
            return new Violation($"Nobody asked anything.{Printed(run)}");
        }
        var closing = marks.FindIndex(mark => mark.What.StartsWith(Closes));
        if (closing < 0)
        {
            return new Violation($"The archive was never closed.{Printed(run)}");
        }
        if (closing < marks.Count - 1)
        {
            return new Violation($"The archive closed, and after that it {marks[^1].What}.", marks[^1].Step);
        }
        var unanswered = asked.FirstOrDefault(ask =>
            !marks.Exists(mark => mark.What == Finds + ask.What[Asks.Length..])
        );
        if (unanswered is not null)
        {
            return new Violation(
                $"The archive {marks[^1].What}, and had never looked for shelf {unanswered.What[Asks.Length..]}, about which "
                    + $"visitor {Visitor(unanswered)} asked.",
                marks[^1].Step
            );
        }
        var said = $"{Closes}{asked.Count} answers";
        return marks.Count != asked.Count + 1
                ? new Violation($"{asked.Count} questions were asked, and the archive looked {marks.Count - 1} times.")
            : marks[^1].What != said
                ? new Violation($"The archive {marks[^1].What}, where it was to be: {said}.", marks[^1].Step)
            : null;
    }

    /// <summary>A standstill, most likely because somebody was called away.</summary>
    public static Violation? StandsStill(KataRun run) =>
        run.Run.Ending != Ending.Deadlocked ? null
        : run.Marks.LastOrDefault(mark => mark.What == "is called away") is not { } call
            ? new Violation("The room came to a standstill before anybody was called away.")
        : new Violation(
            $"visitor {Visitor(call)} was called away, and then the others waited for ever.",
            call.Step,
            "waiting for who has gone"
        );

    /// <summary>Two of them, or one of them and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run)
    {
        Dictionary<int, string> whose = [];
        foreach (var mark in run.Marks)
        {
            var actor = run.Run.Steps[mark.Step].Actor;
            if (actor == 0)
            {
                return new Violation($"{mark.Object} {mark.What} in the main process.", mark.Step);
            }
            if (!whose.TryAdd(actor, mark.Object) && whose[actor] != mark.Object)
            {
                return new Violation($"{whose[actor]} and {mark.Object} shared {mark.Actor}.", mark.Step);
            }
        }
        return whose.Count == Visitors(run) + 1
            ? null
            : new Violation(
                $"{whose.Count} processes did something, where there are an archivist and {Visitors(run)} visitors."
            );
    }

    /// <summary>A process table in which they are not so many children of main, each ended well and gone.</summary>
    public static Violation? NotForReal(RealRun real)
    {
        var others = real.Processes.Select(process => process.Pid).Distinct().Count(pid => pid != real.Main.Pid);
        var visitors = (int)real.Arguments[0]!;
        return others != visitors + 1
            ? new Violation(
                $"There were an archivist and {visitors} visitors, and main had {others} processes beside it."
            )
            : ProcessBook.EndedBadly(real)
                ?? ProcessBook.Leftovers(real)
                ?? (
                    real.ExitCode == 0
                        ? null
                        : new Violation($"main (process {real.Main.Pid}) ended with exit code {real.ExitCode}.")
                );
    }

    private static bool IsAsking(MarkEvent mark) => mark.What.StartsWith(Asks);

    private static int Visitors(KataRun run) => (int)run.Arguments[0]!;

    private static int Questions(KataRun run) => (int)run.Arguments[1]!;

    private static IEnumerable<string> Expected(int visitor, KataRun run)
    {
        for (var question = 1; question <= Questions(run); question++)
        {
            if (visitor == (int)run.Arguments[2]! && question > 1)
            {
                yield return "is called away";
                yield break;
            }
            var shelf = ((visitor - 1) * 10) + question - 2;
            yield return $"{Asks}{shelf}";
            yield return $"{Reads}{shelf}: {(shelf == 0 ? "" : $"books of shelf {shelf}")}";
        }
    }

    private static string Never(string expected) => $"never came to where it {expected.TrimEnd(' ', ':')}";

    private static string Printed(KataRun run) =>
        run.Output.Length == 0 ? "" : $" What was printed: {run.Output.Trim().Split('\n')[^1].Trim()}";
}
