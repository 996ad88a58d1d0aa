using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.TornLedger;

/// <summary>What stands in the ledger, what would be right, and who was struck where.</summary>
internal static class LedgerPages
{
    /// <summary>How many coins are in each account at first.</summary>
    public const int Initially = 10;

    private const string Ledger = "ledger";

    public static int Clerks(KataRun run) => (int)run.Arguments[0]!;

    /// <summary>The clerk who was struck; null when nobody was.</summary>
    public static int? StruckClerk(KataRun run) =>
        run.KilledAt is { } kill && run.Actors[run.Run.Steps[kill].Actor].Name.Split('-') is [_, var number]
            ? int.Parse(number)
            : null;

    /// <summary>Who was struck and right after what, to be added to what came of it; empty when nobody was.</summary>
    public static string Because(KataRun run)
    {
        if (run.KilledAt is not { } kill)
        {
            return "";
        }
        var struck = run.Run.Steps[kill].Actor;
        var before = run.Run.Steps.LastOrDefault(step => step.Actor == struck && step.Index < kill);
        var words = new Words(run.Run);
        return $": {words.Actor(struck)} was struck {(before is null ? "before it began" : $"after '{words.Did(before)}'")}";
    }

    /// <summary>What stands in the ledger after the last stroke.</summary>
    public static IReadOnlyList<int> Balances(KataRun run)
    {
        var balances = Enumerable.Repeat(Initially, Clerks(run) + 1).ToArray();
        foreach (var step in run.Run.Steps.Where(step => IsStroke(run, step)))
        {
            balances[step.Operation.Argument] = (int)Wire.DecodeNeutral(step.Operation.Payload)!;
        }
        return balances;
    }

    /// <summary>What these orders make of the ledger, each booked once.</summary>
    public static IReadOnlyList<int> Booked(IEnumerable<int> orders, int clerks)
    {
        var balances = Enumerable.Repeat(Initially, clerks + 1).ToArray();
        foreach (var clerk in orders)
        {
            balances[clerk - 1] -= clerk;
            balances[clerk] += clerk;
        }
        return balances;
    }

    /// <summary>Every choice among the first clerks.</summary>
    public static IEnumerable<IReadOnlyList<int>> Subsets(int clerks) =>
        Enumerable
            .Range(0, 1 << clerks)
            .Select(bits => Enumerable.Range(1, clerks).Where(clerk => (bits >> (clerk - 1) & 1) == 1).ToList());

    /// <summary>What an entry method returned, as numbers; null when it is something else.</summary>
    public static IReadOnlyList<int>? Numbers(object? returned) =>
        returned is object?[] items && items.All(item => item is int) ? [.. items.Cast<int>()] : null;

    public static string Say(IReadOnlyList<int>? balances) => balances is null ? "nothing" : string.Join(" ", balances);

    private static bool IsStroke(KataRun run, Step step) =>
        step.Operation is { Kind: OperationKind.Write, Argument: >= 0 }
        && run.Run.Objects[step.Object] is { Kind: SlotKind.SharedArray, Name: Ledger };
}
