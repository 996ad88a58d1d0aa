namespace ConcurrencyKatas.Graders.Printers;

/// <summary>
/// Reads the marks of a copy room (<c>colleague 2 prints line 1</c> on the printer, <c>has written</c> on <c>desk 2</c>)
/// and says what is wrong with them.
/// </summary>
internal static class PrinterBook
{
    public static bool IsWriting(MarkEvent mark) => mark.What == "has written";

    public static bool IsPrinting(MarkEvent mark) => !IsWriting(mark);

    public static int Colleague(MarkEvent mark) => int.Parse((IsWriting(mark) ? mark.Object : mark.What).Split(' ')[1]);

    /// <summary>The number of the line that is printed.</summary>
    public static int Line(MarkEvent mark) => int.Parse(mark.What.Split(' ')[^1]);

    /// <summary>How many have written.</summary>
    public static int Written(KataRun run) => run.Marks.Where(IsWriting).Select(Colleague).Distinct().Count();

    /// <summary>Whether a colleague has printed as many lines as a job has.</summary>
    public static bool HasPrinted(KataRun run, int colleague) =>
        run.Marks.Count(mark => IsPrinting(mark) && Colleague(mark) == colleague) >= Lines(run);

    /// <summary>Whether all who come before the one of this mark have printed.</summary>
    public static bool IsTurnOf(MarkEvent mark, int[] order, KataRun run) =>
        order.TakeWhile(colleague => colleague != Colleague(mark)).All(colleague => HasPrinted(run, colleague));

    /// <summary>A line that came between two lines of another job.</summary>
    public static Violation? Mixed(KataRun run)
    {
        var printed = run.Marks.Where(IsPrinting).ToList();
        for (var i = 1; i < printed.Count; i++)
        {
            var (line, above) = (printed[i], printed[i - 1]);
            var isBegun = printed.Take(i - 1).Any(before => Colleague(before) == Colleague(line));
            if (Colleague(line) != Colleague(above) && isBegun)
            {
                return new Violation(
                    $"line {Line(line)} of colleague {Colleague(line)} came out below line {Line(above)} of colleague "
                        + $"{Colleague(above)}: two jobs lie mixed in the tray.",
                    line.Step
                );
            }
        }
        return null;
    }

    /// <summary>A run that says nothing about the printer, because nobody printed.</summary>
    public static Violation? StayedEmpty(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsPrinting)
            ? new Violation("Everything ended and not a single line had been printed, so this could not be shown.")
            : null;

    /// <summary>A job that was not written and then printed, each line once and in order.</summary>
    public static Violation? Incomplete(KataRun run)
    {
        var colleagues = Colleagues(run);
        foreach (var stranger in run.Marks.Where(mark => Colleague(mark) < 1 || Colleague(mark) > colleagues))
        {
            return new Violation(
                $"colleague {Colleague(stranger)} came, but the colleagues are numbered from 1 to {colleagues}.",
                stranger.Step
            );
        }
        for (var colleague = 1; colleague <= colleagues; colleague++)
        {
            var marks = run.Marks.Where(mark => Colleague(mark) == colleague).ToList();
            var lines = marks.Where(IsPrinting).Select(Line).ToList();
            if (!lines.SequenceEqual(Enumerable.Range(1, Lines(run))))
            {
                return new Violation(
                    $"colleague {colleague} printed {(lines.Count == 0 ? "nothing" : $"line {string.Join(", ", lines)}")} "
                        + $"where the job has the lines 1 to {Lines(run)}.",
                    marks.LastOrDefault()?.Step
                );
            }
            if (marks.Count(IsWriting) != 1)
            {
                return new Violation(
                    $"colleague {colleague} wrote {marks.Count(IsWriting)} times and printed one job.",
                    marks[^1].Step
                );
            }
            // The order of the two is settled only within a process; who shares one is found by another claim.
            if (marks.All(mark => mark.Actor == marks[0].Actor) && !IsWriting(marks[0]))
            {
                return new Violation($"colleague {colleague} printed the job before it was written.", marks[0].Step);
            }
        }
        return null;
    }

    /// <summary>A process that ended by an exception.</summary>
    public static Violation? Crashed(KataRun run) => ProcessBook.Crashed(run);

    /// <summary>A process that had not ended when Open returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Open");

    /// <summary>Two colleagues, or a colleague and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) =>
        ProcessBook.Shared(run, "colleague", Colleague, Colleagues(run));

    /// <summary>A process table in which the colleagues are not so many processes beside main.</summary>
    public static Violation? NotAProcessEach(RealRun real) =>
        ProcessBook.NotAProcessEach(real, "colleague", (int)real.Arguments[0]!);

    private static int Colleagues(KataRun run) => (int)run.Arguments[0]!;

    private static int Lines(KataRun run) => (int)run.Arguments[1]!;
}
