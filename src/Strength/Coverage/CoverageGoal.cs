namespace ConcurrencyKatas.Strength.Coverage;

/// <summary>How much of a room or of a kata's solution must be run.</summary>
/// <param name="Name">The room, or <c>solutions/KATA</c>.</param>
/// <param name="Unit"><c>lines</c> or <c>branches</c>.</param>
/// <param name="Covered">How many were run.</param>
/// <param name="All">Of how many.</param>
/// <param name="Wanted">In per cent.</param>
public sealed record CoverageGoal(string Name, string Unit, int Covered, int All, double Wanted)
{
    /// <summary>Branches of these rooms that have to be covered, in per cent.</summary>
    public const double WantedOfRooms = 90;

    /// <summary>The rooms that have a goal.</summary>
    public static IReadOnlyList<string> Rooms { get; } = ["Multiprocessing", "Scheduling", "Grading"];

    /// <summary>How much was run, in per cent; 100 when there is nothing.</summary>
    public double Percent => All == 0 ? 100 : 100.0 * Covered / All;

    /// <summary>Whether it is reached. Without rounding: 89.96 is not 90.</summary>
    public bool IsReached => Covered * 100.0 >= Wanted * All;

    /// <summary>The goals for what was measured: all lines of each solution, and most branches of some rooms.</summary>
    public static IReadOnlyList<CoverageGoal> Of(CoverageSummary summary) =>
        [
            .. summary
                .Solutions.GroupBy(file => file.Room)
                .Select(kata => new CoverageGoal(
                    $"solutions/{kata.Key}",
                    "lines",
                    kata.Sum(f => f.CoveredLines),
                    kata.Sum(f => f.Lines),
                    100
                )),
            .. summary
                .Source.Where(file => Rooms.Contains(file.Room))
                .GroupBy(file => file.Room)
                .Select(room => new CoverageGoal(
                    $"src/{room.Key}",
                    "branches",
                    room.Sum(f => f.CoveredBranches),
                    room.Sum(f => f.Branches),
                    WantedOfRooms
                )),
        ];

    /// <summary>The files with the most branches or lines that were not run, the worst first.</summary>
    public IReadOnlyList<CoveredFile> Worst(CoverageSummary summary, int count) =>
        [
            .. summary
                .Solutions.Concat(summary.Source)
                .Where(file => file.Path.StartsWith(Name + "/", StringComparison.Ordinal) && Missing(file) > 0)
                .OrderByDescending(Missing)
                .ThenBy(file => file.Path, StringComparer.Ordinal)
                .Take(count),
        ];

    private int Missing(CoveredFile file) =>
        Unit == "lines" ? file.Lines - file.CoveredLines : file.Branches - file.CoveredBranches;
}
