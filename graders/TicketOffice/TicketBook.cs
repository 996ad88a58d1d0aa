namespace ConcurrencyKatas.Graders.TicketOffice;

/// <summary>
/// Reads the marks of a ticket office (<c>buyer 2 replaces it by 0</c> on the file, <c>is given a ticket</c> on <c>buyer
/// 2</c>) and says what is wrong with them.
/// </summary>
internal static class TicketBook
{
    private const string File = "tickets.json";

    /// <summary>Who recorded it; 0 for what nobody in particular did to the file.</summary>
    public static int Buyer(MarkEvent mark) =>
        (mark.Object == File ? mark.What : mark.Object).Split(' ') is ["buyer", var number, ..] ? int.Parse(number) : 0;

    public static bool IsReading(MarkEvent mark) => mark.Object == File && mark.What.EndsWith(" reads");

    public static bool IsReadingDone(MarkEvent mark) => mark.What.StartsWith("has read");

    /// <summary>Whether a buyer is about to change the file, in whichever way.</summary>
    public static bool IsWriting(MarkEvent mark) =>
        mark.Object == File && (mark.What.EndsWith(" begins to write") || IsWritten(mark));

    /// <summary>How many buyers have looked at least once.</summary>
    public static int HaveLooked(KataRun run) => run.Marks.Where(IsReading).Select(Buyer).Distinct().Count();

    /// <summary>The buyer who looked before all others; 0 while nobody has.</summary>
    public static int FirstToRead(KataRun run) => run.Marks.Where(IsReading).Select(Buyer).FirstOrDefault();

    /// <summary>More tickets in the hands of buyers than there were.</summary>
    public static Violation? Oversold(KataRun run)
    {
        var sold = run.Marks.Where(IsSale).ToList();
        if (sold.Count <= Tickets(run))
        {
            return null;
        }
        var result = $"{Buyers(sold.Select(Buyer))} were given tickets, and there was no more than {Tickets(run)}";
        return BoughtOnARumour(run) is { } rumour
            ? new Violation($"{result}: {rumour.Sentence}", rumour.Step, "check-then-act")
            : new Violation($"{result}.", sold[^1].Step);
    }

    /// <summary>A number in the file that is not one less than the number before.</summary>
    public static Violation? Miscounted(KataRun run)
    {
        int? left = null;
        foreach (var mark in run.Marks.Where(mark => mark.Object == File))
        {
            if (mark.What.StartsWith("is made with"))
            {
                if (left is not null || Number(mark) != Tickets(run))
                {
                    return new Violation(
                        $"the file {mark.What}; it is to be made once, with {Tickets(run)}.",
                        mark.Step
                    );
                }
                left = Number(mark);
            }
            else if (IsWritten(mark))
            {
                if (Number(mark) != left - 1 || left == 0)
                {
                    return new Violation(
                        $"buyer {Buyer(mark)} bought, and wrote {Number(mark)} where the file said {left}.",
                        mark.Step
                    );
                }
                left = Number(mark);
            }
        }
        return null;
    }

    /// <summary>A file that does not say, in the end, how many were not sold, or was not changed by those who bought.</summary>
    public static Violation? WrongInTheEnd(KataRun run)
    {
        var writers = run.Marks.Where(IsWritten).Select(Buyer).Order().ToList();
        var owners = run.Marks.Where(IsSale).Select(Buyer).Order().ToList();
        return writers.SequenceEqual(owners)
            ? null
            : new Violation(
                $"{Buyers(owners)} got tickets, and {Buyers(writers)} took one off in the file.",
                run.MainReturnedAt
            );
    }

    /// <summary>Somebody who read the file while it was not whole.</summary>
    public static Violation? Torn(KataRun run)
    {
        if (run.Marks.FirstOrDefault(mark => mark.What == "has read half a file") is not { } torn)
        {
            return null;
        }
        var reading = run.Marks.Last(mark => IsReading(mark) && Buyer(mark) == Buyer(torn) && mark.Step < torn.Step);
        var writer = run.Marks.LastOrDefault(mark => IsWriting(mark) && mark.Step < reading.Step);
        return new Violation(
            $"buyer {Buyer(torn)} read half a file, because buyer {(writer is null ? 0 : Buyer(writer))} was just writing over it.",
            reading.Step,
            "torn read"
        );
    }

    /// <summary>A run that says nothing about tickets, because nobody looked.</summary>
    public static Violation? StayedClosed(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsReading)
            ? new Violation("Everything ended and nobody had ever looked at the file, so this could not be shown.")
            : null;

    /// <summary>A buyer who got no answer or two, or one who was sent away while a ticket was left.</summary>
    public static Violation? Unserved(KataRun run)
    {
        var (tickets, buyers) = (Tickets(run), (int)run.Arguments[1]!);
        var answers = run.Marks.Where(mark => IsSale(mark) || IsRefusal(mark)).ToList();
        foreach (var stranger in answers.Where(mark => Buyer(mark) < 1 || Buyer(mark) > buyers))
        {
            return new Violation(
                $"buyer {Buyer(stranger)} came, but the buyers are numbered from 1 to {buyers}.",
                stranger.Step
            );
        }
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var told = answers.Where(mark => Buyer(mark) == buyer).ToList();
            if (told.Count != 1)
            {
                return new Violation(
                    told.Count == 0
                        ? $"buyer {buyer} got no ticket and was never told that there is none."
                        : $"buyer {buyer} got {told.Count} answers: {string.Join(", ", told.Select(mark => mark.What))}.",
                    told.LastOrDefault()?.Step
                );
            }
        }
        var sold = answers.Count(IsSale);
        return sold < Math.Min(tickets, buyers)
            ? new Violation(
                $"{Buyers(answers.Where(IsRefusal).Select(Buyer))} went away without a ticket, and {tickets - sold} of {tickets} "
                    + "had not been sold.",
                run.MainReturnedAt
            )
            : null;
    }

    /// <summary>A process that ended by an exception.</summary>
    public static Violation? Crashed(KataRun run) => ProcessBook.Crashed(run);

    /// <summary>A process that had not ended when Open returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Open");

    /// <summary>Two buyers, or a buyer and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) =>
        ProcessBook.Shared(run, "buyer", Buyer, (int)run.Arguments[1]!, isTheirs: mark => Buyer(mark) != 0);

    /// <summary>A run for real that sold nothing, or had fewer processes beside main than there are buyers.</summary>
    /// <remarks>
    /// How many tickets a wrong office sells for real, and who crashes in it, is up to the operating system, so no claim
    /// asks for it: schedules decide that.
    /// </remarks>
    public static Violation? NotForReal(RealRun real)
    {
        var buyers = (int)real.Arguments[1]!;
        var others = real
            .Processes.Select(process => process.Pid)
            .Where(pid => pid != real.Main.Pid)
            .Distinct()
            .Count();
        return others < buyers
                ? new Violation($"{buyers} buyers came, and main's process had {others} others beside it.")
            : real.ExitCode != 0
                ? new Violation($"main (process {real.Main.Pid}) ended with exit code {real.ExitCode}.")
            : !real.Marks.Any(IsSale) ? new Violation("Nobody was given a ticket for real.")
            : ProcessBook.Leftovers(real);
    }

    private static bool IsSale(MarkEvent mark) => mark.What == "is given a ticket";

    private static bool IsRefusal(MarkEvent mark) => mark.What == "is told that there is none";

    private static bool IsWritten(MarkEvent mark) =>
        mark.Object == File && (mark.What.Contains(" has written ") || mark.What.Contains(" replaces it by "));

    private static int Number(MarkEvent mark) => int.Parse(mark.What.Split(' ')[^1]);

    // Somebody wrote between a buyer's last look and that buyer's own writing.
    private static (string Sentence, int Step)? BoughtOnARumour(KataRun run)
    {
        var looked = new Dictionary<int, int>();
        MarkEvent? last = null;
        foreach (var mark in run.Marks.Where(mark => mark.Object == File))
        {
            if (IsReading(mark))
            {
                looked[Buyer(mark)] = mark.Step;
            }
            if (!IsWritten(mark))
            {
                continue;
            }
            if (last is not null && looked.TryGetValue(Buyer(mark), out var look) && look < last.Step)
            {
                return (
                    $"buyer {Buyer(mark)} looked, then buyer {Buyer(last)} wrote {Number(last)}, and then buyer "
                        + $"{Buyer(mark)} bought without looking again.",
                    mark.Step
                );
            }
            last = mark;
        }
        return null;
    }

    private static string Buyers(IEnumerable<int> buyers) =>
        buyers.Select(buyer => $"buyer {buyer}").ToList() switch
        {
            [] => "nobody",
            [var one] => one,
            [.. var some, var last] => $"{string.Join(", ", some)} and {last}",
        };

    private static int Tickets(KataRun run) => (int)run.Arguments[0]!;
}
