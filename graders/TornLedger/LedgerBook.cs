using ConcurrencyKatas.Control;
using static ConcurrencyKatas.Graders.TornLedger.LedgerPages;

namespace ConcurrencyKatas.Graders.TornLedger;

/// <summary>
/// Reads the marks of a bank (<c>gives a receipt</c>, on <c>clerk 2</c>) and what was written in its ledger; says what is wrong.
/// </summary>
internal static class LedgerBook
{
    /// <summary>For real only, as lightning really strikes there; nobody plays these.</summary>
    public static readonly Size OneIsStruck = new("4 clerks, one is struck for real", 4, 1);

    /// <summary>The second clerk repairs, is struck while doing so, and leaves it to main.</summary>
    public static readonly Size AllAreStruck = new("2 clerks, both are struck for real", 2, 2);

    private const int Struck = -9;

    public static int Clerk(MarkEvent mark) => int.Parse(mark.Object.Split(' ')[1]);

    public static bool IsUnderstood(MarkEvent mark) => mark.What == "has understood";

    /// <summary>The clerk who listened before all others, as marks are recorded on; null while nobody has.</summary>
    public static string? FirstToListen(KataRun run) => run.Marks.FirstOrDefault(IsListening)?.Object;

    /// <summary>Whether the processes of all clerks but one have ended.</summary>
    public static bool OthersHaveGone(KataRun run) =>
        run.Run.Steps.Count(step => step.Actor != 0 && step.Operation.Kind == OperationKind.End) >= Clerks(run) - 1;

    /// <summary>A run that says nothing about orders, because nobody could have been struck, or nobody came.</summary>
    public static Violation? StayedClosed(KataRun run)
    {
        if (run.Run.Ending != Ending.Completed)
        {
            return null;
        }
        for (var clerk = 1; clerk <= Clerks(run); clerk++)
        {
            if (run.Actors.Count(actor => actor.Name == $"clerk-{clerk}") != 1)
            {
                return new Violation(
                    $"Everything ended, and there had not been one process called clerk-{clerk}, so this could not be shown."
                );
            }
        }
        return run.KilledAt is null && !run.Marks.Any(IsListening)
            ? new Violation("Everything ended and nobody had ever listened to a customer, so this could not be shown.")
            : null;
    }

    /// <summary>More or fewer coins in the end than there were, in the ledger or in what Open returned.</summary>
    public static Violation? Unbalanced(KataRun run)
    {
        var balances = Balances(run);
        if (Numbers(run.Returned) is not { } returned || !returned.SequenceEqual(balances))
        {
            return new Violation(
                $"Open returned {Say(Numbers(run.Returned))}, and in the ledger stands {Say(balances)}.",
                run.MainReturnedAt
            );
        }
        var there = Initially * balances.Count;
        return balances.Sum() == there
            ? null
            : new Violation(
                $"{balances.Sum()} coins are in the ledger in the end, {Say(balances)}, where there were {there}{Because(run)}.",
                run.KilledAt ?? run.MainReturnedAt
            );
    }

    /// <summary>A clerk who was not struck and gave no receipt, or anybody who gave two.</summary>
    public static Violation? Unconfirmed(KataRun run)
    {
        for (var clerk = 1; clerk <= Clerks(run); clerk++)
        {
            var receipts = run.Marks.Where(mark => IsReceipt(mark) && Clerk(mark) == clerk).ToList();
            if (receipts.Count > 1 || (receipts.Count == 0 && clerk != StruckClerk(run)))
            {
                return new Violation(
                    receipts.Count == 0
                        ? $"clerk {clerk} was not struck, and never gave a receipt{Because(run)}."
                        : $"clerk {clerk} gave {receipts.Count} receipts.",
                    receipts.LastOrDefault()?.Step
                );
            }
        }
        return null;
    }

    /// <summary>Balances that do not follow from whole orders: each once, and that of a struck clerk once or not at all.</summary>
    public static Violation? Misbooked(KataRun run)
    {
        var balances = Balances(run);
        var struck = StruckClerk(run);
        var everybody = Enumerable.Range(1, Clerks(run)).ToList();
        var hasReceipt = run.Marks.Any(mark => IsReceipt(mark) && Clerk(mark) == struck);
        if (
            balances.SequenceEqual(Booked(everybody, Clerks(run)))
            || (
                struck is not null
                && !hasReceipt
                && balances.SequenceEqual(Booked(everybody.Where(c => c != struck), Clerks(run)))
            )
        )
        {
            return null;
        }
        var right = Say(Booked(everybody, Clerks(run)));
        return new Violation(
            $"In the ledger stands {Say(balances)} in the end, where {right} is right"
                + (
                    struck is null ? ""
                    : hasReceipt ? $", as clerk {struck} had given a receipt"
                    : $", or {Say(Booked(everybody.Where(c => c != struck), Clerks(run)))} without the order of clerk {struck}"
                )
                + $"{Because(run)}.",
            run.KilledAt ?? run.MainReturnedAt
        );
    }

    /// <summary>Somebody who ended by an exception, main included, because somebody else was struck.</summary>
    public static Violation? Harmed(KataRun run) =>
        run.Actors.FirstOrDefault(actor => actor.ExitCode is not (null or 0 or Struck)) is { } harmed
            ? new Violation($"{harmed.Name} ended with exit code {harmed.ExitCode}{Because(run)}.")
            : null;

    /// <summary>A process that had not ended when Open returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Open");

    /// <summary>Two clerks, or a clerk and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) =>
        run.KilledAt is null ? ProcessBook.Shared(run, "clerk", Clerk, Clerks(run)) : null;

    /// <summary>A run for real that harmed others than those who were struck, or left orders half booked.</summary>
    public static Violation? NotForReal(RealRun real)
    {
        var (clerks, struck) = ((int)real.Arguments[0]!, (int)real.Arguments[1]!);
        if (real.ExitCode != 0)
        {
            return new Violation($"main (process {real.Main.Pid}) ended with exit code {real.ExitCode}.");
        }
        if (ProcessBook.Leftovers(real) is { } leftovers)
        {
            return leftovers;
        }
        var balances = Numbers(real.Returned) ?? [];
        // Those who are struck are so in the middle, so their orders were booked by others or by nobody.
        var living = Enumerable.Range(struck + 1, clerks - struck).ToList();
        return Subsets(struck).Any(some => balances.SequenceEqual(Booked([.. some, .. living], clerks)))
            ? null
            : new Violation(
                $"{(struck == 1 ? "clerk 1 was" : $"clerks 1 to {struck} were")} struck for real, right after a stroke in the "
                    + $"ledger, and Open returned {Say(balances)}, which is not what whole orders make of {Initially} coins in "
                    + "each account."
            );
    }

    private static bool IsListening(MarkEvent mark) => mark.What == "listens";

    private static bool IsReceipt(MarkEvent mark) => mark.What == "gives a receipt";
}
