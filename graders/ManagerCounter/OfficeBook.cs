using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.ManagerCounter;

/// <summary>
/// Reads the marks of a box office (<c>is paid</c>, on <c>window 2</c>) and the calls on its book; says what is wrong.
/// </summary>
internal static class OfficeBook
{
    private const string Key = "count";

    public static int Seller(MarkEvent mark) => int.Parse(mark.Object.Split(' ')[1]);

    public static bool IsGreeting(MarkEvent mark) => mark.What == "greets";

    public static bool IsPaying(MarkEvent mark) => mark.What == "is paid";

    /// <summary>The seller who greeted a customer before all others; 0 while nobody has.</summary>
    public static int FirstToGreet(KataRun run) => run.Marks.Where(IsGreeting).Select(Seller).FirstOrDefault();

    /// <summary>Whether the processes of all sellers but one have ended.</summary>
    public static bool OthersHaveGone(KataRun run) =>
        run.Run.Steps.Count(step => step.Actor != 0 && step.Operation.Kind == OperationKind.End) >= Sellers(run) - 1;

    /// <summary>A run that says nothing about sales, because nobody came.</summary>
    public static Violation? StayedClosed(KataRun run) =>
        run.Run.Ending == Ending.Completed && run.Marks.Count == 0
            ? new Violation("Everything ended and no customer had ever been greeted, so this could not be shown.")
            : null;

    /// <summary>A result, or a last number in the book, that is not the tickets there were, less one for each seller.</summary>
    public static Violation? Miscounted(KataRun run)
    {
        var right = Tickets(run) - Sellers(run);
        var isReturned = run.Returned is int left && left == right;
        var book = Writes(run).LastOrDefault() is { } last ? Written(last) : null;
        if (isReturned && book is int number && number == right)
        {
            return null;
        }
        var result = isReturned
            ? $"Sell returned {right}, and what was last written in the book is {book ?? "nothing"}"
            : $"Sell returned {run.Returned ?? "nothing"} where {right} is right";
        return LostUpdate(run) is { } lost
            ? new Violation($"{result}: {lost.Sentence}", lost.Step, "lost update")
            : new Violation(
                $"{result} ({Tickets(run)} tickets, {Sellers(run)} sellers).",
                run.MainReturnedAt,
                run.MainReturnedAt is { } back && Writes(run).Any(write => write.Step > back) ? "forgotten join" : null
            );
    }

    /// <summary>A customer who was not greeted and did not pay, each once.</summary>
    public static Violation? Unserved(KataRun run)
    {
        foreach (var stranger in run.Marks.Where(mark => Seller(mark) < 1 || Seller(mark) > Sellers(run)))
        {
            return new Violation(
                $"seller {Seller(stranger)} came, but the sellers are numbered from 1 to {Sellers(run)}.",
                stranger.Step
            );
        }
        for (var seller = 1; seller <= Sellers(run); seller++)
        {
            var marks = run.Marks.Where(mark => Seller(mark) == seller).ToList();
            if (marks.Count != 2)
            {
                return new Violation(
                    marks.Count < 2
                        ? $"seller {seller} never served a customer."
                        : $"seller {seller} served {marks.Count(IsGreeting)} customers.",
                    marks.LastOrDefault()?.Step
                );
            }
        }
        return null;
    }

    /// <summary>A process that had not ended when Sell returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Sell");

    /// <summary>A process that ended by an exception.</summary>
    public static Violation? Crashed(KataRun run) => ProcessBook.Crashed(run);

    /// <summary>A seller's process that did not write the number in the one book, or did so more than once.</summary>
    public static Violation? NotInTheBook(KataRun run)
    {
        var writes = Writes(run).Where(write => write.Actor != 0).ToList();
        if (writes.Select(write => write.Object).Distinct().Count() > 1)
        {
            return new Violation("The sellers wrote in different books; there is to be one for all.", writes[^1].Step);
        }
        foreach (var mark in run.Marks.Where(IsPaying))
        {
            var actor = run.Run.Steps[mark.Step].Actor;
            var times = writes.Count(write => write.Actor == actor);
            if (times != 1)
            {
                return new Violation(
                    $"{mark.Actor} wrote the number of tickets under \"{Key}\" in the manager's dictionary "
                        + $"{(times == 0 ? "never" : $"{times} times")}; each seller's process takes one off, once.",
                    mark.Step
                );
            }
        }
        return null;
    }

    /// <summary>Two sellers, or a seller and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) => ProcessBook.Shared(run, "seller", Seller, Sellers(run));

    /// <summary>A run for real with another result, or with other processes than one for each seller.</summary>
    public static Violation? NotForReal(RealRun real)
    {
        var (tickets, sellers) = ((int)real.Arguments[0]!, (int)real.Arguments[1]!);
        return real.ExitCode == 0 && (real.Returned is not int left || left != tickets - sellers)
            ? new Violation($"Sell returned {real.Returned ?? "nothing"} where {tickets - sellers} is right.")
            : ProcessBook.NotAProcessEach(real, "seller", sellers);
    }

    // A seller wrote a number that it had worked out from one which another seller had replaced meanwhile.
    private static (string Sentence, int Step)? LostUpdate(KataRun run)
    {
        Dictionary<int, CallEvent> reads = [];
        CallEvent? last = null;
        foreach (var call in run.Calls.Where(IsOnABook))
        {
            if (call is { Verb: ManagerVerb.Get, Arguments: [Key] })
            {
                reads[call.Actor] = call;
            }
            if (!IsWrite(call))
            {
                continue;
            }
            if (
                last is not null
                && last.Actor != call.Actor
                && reads.TryGetValue(call.Actor, out var read)
                && read.Step < last.Step
            )
            {
                var (who, other) = (run.Actors[call.Actor].Name, run.Actors[last.Actor].Name);
                return (
                    $"{who} read {read.Answer.FirstOrDefault()}, then {other} wrote {Written(last)}, and {who} "
                        + $"wrote {Written(call)} over it. One of the two sales is lost.",
                    call.Step
                );
            }
            last = call;
        }
        return null;
    }

    private static IEnumerable<CallEvent> Writes(KataRun run) =>
        run.Calls.Where(call => IsOnABook(call) && IsWrite(call));

    private static bool IsOnABook(CallEvent call) => call.Kind == SlotKind.DictionaryProxy && call.IsDone;

    private static bool IsWrite(CallEvent call) =>
        call.Verb is ManagerVerb.Set or ManagerVerb.Add or ManagerVerb.AddMany && PlaceOfKey(call) >= 0;

    private static object? Written(CallEvent write) => write.Arguments[PlaceOfKey(write) + 1];

    // Keys and values by turns: one pair, or many.
    private static int PlaceOfKey(CallEvent call)
    {
        for (var place = call.Arguments.Count - 2; place >= 0; place -= 2)
        {
            if (call.Arguments[place] is Key)
            {
                return place;
            }
        }
        return -1;
    }

    private static int Tickets(KataRun run) => (int)run.Arguments[0]!;

    private static int Sellers(KataRun run) => (int)run.Arguments[1]!;
}
