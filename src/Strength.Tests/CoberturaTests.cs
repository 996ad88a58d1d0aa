using ConcurrencyKatas.Strength.Coverage;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class CoberturaTests
{
    private const string Report = """
        <coverage><packages><package><classes>
          <class filename="/somewhere/src/Scheduling/Proof/Search.cs"><lines>
            <line number="3" hits="7" branch="true" condition-coverage="50% (1/2)" />
            <line number="4" hits="0" />
          </lines></class>
          <class filename="src/Scheduling/Proof/Search.cs"><lines>
            <line number="3" hits="0" branch="true" condition-coverage="0% (0/2)" />
            <line number="9" hits="1" branch="true" condition-coverage="100% (4/4)" />
          </lines></class>
          <class filename="katas/SemaphoreRooms/Given/Stay.cs"><lines><line number="1" hits="0" /></lines></class>
        </classes></package></packages></coverage>
        """;

    [Fact]
    public void The_classes_of_one_file_are_added_up_and_a_line_of_two_of_them_counts_once()
    {
        var file = Assert.Single(Cobertura.Read(Report, "src/"));
        Assert.Equal("src/Scheduling/Proof/Search.cs", file.Path);
        Assert.Equal("Scheduling", file.Room);
        Assert.Equal((3, 2, 6, 5), (file.Lines, file.CoveredLines, file.Branches, file.CoveredBranches));
        Assert.Equal([4], file.MissingLines);
    }

    [Fact]
    public void Files_of_other_folders_are_left_out() => Assert.Empty(Cobertura.Read(Report, "solutions/"));

    [Fact]
    public void A_solution_with_a_line_that_was_not_run_does_not_reach_its_goal()
    {
        var summary = new CoverageSummary
        {
            Solutions =
            [
                new CoveredFile("solutions/A/A.cs", 1000, 999, 0, 0, [17]),
                new CoveredFile("solutions/B/B.cs", 3, 3, 0, 0, []),
            ],
        };
        var goals = CoverageGoal.Of(summary);
        Assert.Equal([("solutions/A", false), ("solutions/B", true)], goals.Select(g => (g.Name, g.IsReached)));
        Assert.Equal([17], Assert.Single(goals[0].Worst(summary, 5)).MissingLines);
    }

    [Theory]
    [InlineData(899, false)]
    [InlineData(900, true)]
    public void A_room_needs_nine_of_ten_branches_and_nothing_is_rounded(int covered, bool reached)
    {
        var summary = new CoverageSummary
        {
            Source =
            [
                new CoveredFile("src/Scheduling/A.cs", 1, 1, 1000, covered, []),
                new CoveredFile("src/Cli/B.cs", 1, 0, 10, 0, [1]),
            ],
        };
        var goal = Assert.Single(CoverageGoal.Of(summary));
        Assert.Equal(("src/Scheduling", reached), (goal.Name, goal.IsReached));
    }
}
