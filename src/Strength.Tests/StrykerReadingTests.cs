using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Reports;
using ConcurrencyKatas.Strength.Stryker;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class StrykerReadingTests
{
    private const string Source = "class Spa\n{\n    void Open() { int a = 1 + 2; int b = 3 + 4; }\n}\n";

    [Fact]
    public void A_mutant_is_named_after_its_member_and_counted_in_the_order_of_the_text()
    {
        var second = Entry("2", 3, 42, 47, "Survived");
        var first = Entry("1", 3, 27, 32, "Survived");
        var outcomes = Read([second, first], _ => Report(KataStatus.Passed));
        Assert.Equal(
            [("Spa.cs/Open/arithmetic-mutation/1", "1 + 2"), ("Spa.cs/Open/arithmetic-mutation/2", "3 + 4")],
            outcomes.Select(o => (o.Id, o.Change!.Original))
        );
    }

    [Theory]
    [InlineData("Killed", KataStatus.Failed, OutcomeStatus.Killed)]
    [InlineData("Survived", KataStatus.Passed, OutcomeStatus.Survived)]
    [InlineData("NoCoverage", KataStatus.Passed, OutcomeStatus.Survived)]
    public void Where_Stryker_and_the_graders_agree_it_is_so(
        string stryker,
        KataStatus graders,
        OutcomeStatus expected
    ) => Assert.Equal(expected, Assert.Single(Read([Entry("1", 3, 27, 32, stryker)], _ => Report(graders))).Status);

    [Theory]
    [InlineData("Killed", KataStatus.Passed)]
    [InlineData("Killed", KataStatus.CouldNotGrade)]
    [InlineData("Survived", KataStatus.Failed)]
    [InlineData("RuntimeError", KataStatus.Passed)]
    public void Where_they_disagree_or_the_graders_failed_it_is_an_error_and_no_kill(
        string stryker,
        KataStatus graders
    ) =>
        Assert.Equal(
            OutcomeStatus.RuntimeError,
            Assert.Single(Read([Entry("1", 3, 27, 32, stryker)], _ => Report(graders))).Status
        );

    [Fact]
    public void A_kill_on_which_the_graders_left_no_report_is_an_error() =>
        Assert.Equal(
            OutcomeStatus.RuntimeError,
            Assert.Single(Read([Entry("1", 3, 27, 32, "Killed")], _ => null)).Status
        );

    [Fact]
    public void What_Stryker_left_out_is_left_out() =>
        Assert.Empty(Read([Entry("1", 3, 27, 32, "Ignored")], _ => null));

    [Fact]
    public void A_canary_that_is_heard_and_one_that_is_not_make_a_run_believable() =>
        Assert.Null(StrykerCanary.Complaint(Canary("Killed", "Survived")));

    [Theory]
    [InlineData("Survived", "Survived", "does not reach child processes")]
    [InlineData("Killed", "Killed", "something else than the mutant")]
    [InlineData("Timeout", "Survived", "does not reach child processes")]
    public void Any_other_canary_makes_it_an_error(string sung, string unheard, string complaint) =>
        Assert.Contains(complaint, StrykerCanary.Complaint(Canary(sung, unheard)), StringComparison.Ordinal);

    [Fact]
    public void So_does_a_run_without_one() =>
        Assert.Contains(
            "was not mutated",
            StrykerCanary.Complaint(new MutationReport { Files = new Dictionary<string, MutatedFile>() }),
            StringComparison.Ordinal
        );

    private static MutationReport Canary(string sung, string unheard) =>
        new()
        {
            Files = new Dictionary<string, MutatedFile>
            {
                ["/x/graders/Kit/Canary/Canary.cs"] = new(
                    "cs",
                    "int Unheard(int a, int b) => a + b;\nvoid Sing(int n) => Say(n + 1);\n",
                    [Entry("1", 1, 30, 35, unheard), Entry("2", 2, 25, 30, sung)]
                ),
            },
        };

    private static IReadOnlyList<Outcome> Read(MutantEntry[] mutants, Func<string, KataReport?> graded) =>
        new StrykerReading("SemaphoreRooms", graded, Equivalents.None).Read(
            new MutationReport
            {
                Files = new Dictionary<string, MutatedFile>
                {
                    ["/x/solutions/SemaphoreRooms/Spa.cs"] = new("cs", Source, mutants),
                    ["/x/solutions/Other/Spa.cs"] = new("cs", Source, mutants),
                    ["/x/katas/SemaphoreRooms/Given/Stay.cs"] = new("cs", Source, mutants),
                },
            }
        );

    private static MutantEntry Entry(string id, int line, int from, int to, string status) =>
        new()
        {
            Id = id,
            MutatorName = "Arithmetic mutation",
            Replacement = "1 - 2",
            Location = new MutantLocation(new MutantPosition(line, from), new MutantPosition(line, to)),
            Status = status,
        };

    private static KataReport Report(KataStatus status) =>
        new()
        {
            Kata = "SemaphoreRooms",
            Title = "",
            Submission = "solutions",
            Status = status,
            Isolation = "none",
            Claims =
                status == KataStatus.Failed
                    ?
                    [
                        new ClaimReport
                        {
                            Test = "A",
                            Claim = "A",
                            Status = ClaimStatus.Failed,
                            Points = 0,
                            MaxPoints = 1,
                        },
                    ]
                    : [],
        };
}
