using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.PoolCallbacks;

/// <summary>Reads the marks of a news desk (on <c>page 2</c>: <c>is filed</c>) and says what is wrong with them.</summary>
internal static class DeskBook
{
    public const string Fetched = "has been fetched";

    private const string CannotBeFetched = "cannot be fetched";
    private const string Fetching = "is being fetched";
    private const string Filed = "is filed";
    private const string Missed = "is noted as missing";

    public static int Page(MarkEvent mark) => int.Parse(mark.Object.Split(' ')[1]);

    /// <summary>Whether every page but this one has been filed.</summary>
    public static bool AllFiledBut(int slow, KataRun run) =>
        run.Marks.Where(IsFiling).Select(Page).Distinct().Count(page => page != slow) == Pages(run) - 1;

    /// <summary>A run that says nothing about pages, because none was filed.</summary>
    public static Violation? StayedEmpty(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsFiling)
            ? new Violation(
                "Everything ended and no page had been filed or noted as missing, so this could not be shown."
            )
            : null;

    /// <summary>A summary that is not one line for each page, in order.</summary>
    public static Violation? WrongSummary(KataRun run)
    {
        if (run.MainReturnedAt is not { } returned)
        {
            return new Violation($"Gather did not return: main ended by an exception.{Printed(run)}");
        }
        if (run.Returned is not IReadOnlyList<object?> lines)
        {
            return new Violation("Gather returned no list.", returned);
        }
        var missing = (int)run.Arguments[2]!;
        var expected = Enumerable
            .Range(1, Pages(run))
            .Select(page =>
                page == missing ? $"{page}: missing (Page {page} is not there.)" : $"{page}: news of page {page}"
            )
            .ToList();
        if (expected.SequenceEqual(lines.Select(line => line as string)))
        {
            return Unfiled(run);
        }
        var absent = expected.Where(line => !lines.Contains(line)).ToList();
        return new Violation(
            absent.Count > 0
                ? $"the summary has no line '{absent[0]}'; Gather returned {Said(lines)}."
                : $"the lines of the summary are not in the order of the pages, one each; Gather returned {Said(lines)}.",
            returned
        );
    }

    /// <summary>A page that was not fetched exactly once by a worker.</summary>
    public static Violation? NotFetchedOnce(KataRun run)
    {
        var fetches = run.Marks.Where(IsFetching).ToList();
        if (fetches.FirstOrDefault(mark => ProcessOf(run, mark) == 0) is { } own)
        {
            return new Violation($"page {Page(own)} was fetched by the main process.", own.Step);
        }
        if (fetches.GroupBy(Page).FirstOrDefault(page => page.Count() > 1) is { } twice)
        {
            return new Violation($"page {twice.Key} was fetched {twice.Count()} times.", twice.Last().Step);
        }
        var never = Enumerable.Range(1, Pages(run)).Except(fetches.Select(Page)).ToList();
        return never.Count > 0 ? new Violation($"page {never[0]} was never fetched.") : null;
    }

    /// <summary>More or fewer workers than the desk was to have.</summary>
    public static Violation? OtherWorkers(KataRun run)
    {
        var asked = (int)run.Arguments[1]!;
        var processes = run.Actors.Count(actor => actor.IsProcess && actor.Number != 0);
        return processes == asked
            ? null
            : new Violation($"{asked} workers were asked for, and the main process started {processes} processes.");
    }

    /// <summary>The same for real.</summary>
    public static Violation? OtherProcesses(RealRun real)
    {
        var asked = (int)real.Arguments[1]!;
        var workers = real.Processes.Select(process => process.Pid).Distinct().Count() - 1;
        if (workers != asked)
        {
            return new Violation(
                $"{asked} workers were asked for, and the main process had {workers} others beside it."
            );
        }
        return real.ExitCode == 0
            ? null
            : new Violation($"main (process {real.Main.Pid}) ended with exit code {real.ExitCode}.");
    }

    /// <summary>A page that was filed, or noted as missing, outside the main process.</summary>
    public static Violation? FiledElsewhere(KataRun run) =>
        run.Marks.FirstOrDefault(mark => IsFiling(mark) && ProcessOf(run, mark) != 0) is { } mark
            ? new Violation($"page {Page(mark)} {mark.What} by {mark.Actor}, which is not the main process.", mark.Step)
            : null;

    /// <summary>A worker that had not ended when Gather returned.</summary>
    public static Violation? LeftBehind(KataRun run) =>
        ProcessBook.LeftBehind(run, "Gather", "the pool had not been closed and joined");

    /// <summary>The same for real: processes that outlive main, or that nobody saw end well.</summary>
    public static Violation? Remains(RealRun real) => ProcessBook.Leftovers(real) ?? ProcessBook.EndedBadly(real);

    // Lines can be made without filing anything.
    private static Violation? Unfiled(KataRun run)
    {
        for (var page = 1; page <= Pages(run); page++)
        {
            var filings = run.Marks.Where(mark => IsFiling(mark) && Page(mark) == page).ToList();
            if (filings.Count != 1)
            {
                return new Violation($"page {page} has a line, but was filed {filings.Count} times.");
            }
            if (!run.Marks.Any(mark => IsFetchEnd(mark) && Page(mark) == page && mark.Step < filings[0].Step))
            {
                return new Violation(
                    $"page {page} {filings[0].What}, although it had not come: nobody had fetched it to the end.",
                    filings[0].Step
                );
            }
        }
        return null;
    }

    private static bool IsFetching(MarkEvent mark) => mark.What == Fetching;

    private static bool IsFetchEnd(MarkEvent mark) => mark.What is Fetched or CannotBeFetched;

    private static bool IsFiling(MarkEvent mark) => mark.What is Filed or Missed;

    private static int Pages(KataRun run) => (int)run.Arguments[0]!;

    private static int ProcessOf(KataRun run, MarkEvent mark) => run.Actors[run.Run.Steps[mark.Step].Actor].Process;

    private static string Printed(KataRun run)
    {
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var title = Array.LastIndexOf(lines, "Process main:");
        return title >= 0 && title + 1 < lines.Length ? $" It says: {lines[title + 1].Trim()}" : "";
    }

    private static string Said(IReadOnlyList<object?> lines) =>
        lines.Count == 0 ? "an empty list" : string.Join(", ", lines.Select(line => $"'{line ?? "null"}'"));
}
