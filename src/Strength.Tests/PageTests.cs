using System.Text.Json;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Coverage;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Pages;
using ConcurrencyKatas.Strength.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class PageTests
{
    private const string Secret = "using (freeRooms.Enter())";

    [Fact]
    public async Task The_page_shows_scores_matrix_survivors_proofs_and_coverage() =>
        await Approved.MatchAsync(StrengthMarkdown.Of(Weak()));

    [Fact]
    public void The_web_page_says_the_same_and_needs_nothing_else()
    {
        string page = StrengthHtml.Of(Weak());
        foreach (
            string cell in (string[])["66.6 %", "3. Never busy ✗ catches nothing", "10 of 11", "PROVED (5 classes)"]
        )
        {
            Assert.Contains(cell, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_public_form_has_no_line_of_a_solution_in_any_format()
    {
        StrengthReport report = Weak().ToPublic();
        string[] forms =
        [
            StrengthMarkdown.Of(report),
            StrengthHtml.Of(report),
            JsonSerializer.Serialize(report, ReportJson.Options),
        ];
        Assert.All(forms, form => Assert.DoesNotContain("freeRooms", form, StringComparison.Ordinal));
        Assert.All(forms, form => Assert.DoesNotContain("Spa.cs", form, StringComparison.Ordinal));
        Assert.Contains("66.6 %", forms[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_on_which_all_is_well_says_so()
    {
        StrengthReport report = Report(Kind(OutcomeKind.Impostors, Dead("one", "Never_full", "Never_busy")));
        Assert.True(report.IsSound);
        Assert.Equal("brightgreen", StrengthBadge.Of(report).Color);
    }

    [Theory]
    [InlineData("a survivor")]
    [InlineData("an error")]
    [InlineData("a claim that catches nothing")]
    [InlineData("a false alarm")]
    [InlineData("something not measured")]
    public void Anything_that_is_wrong_is_seen(string what)
    {
        Outcome dead = Dead("one", "Never_full", "Never_busy");
        KataOutcomes sound = Kind(OutcomeKind.Impostors, dead);
        StrengthReport report = what switch
        {
            "a survivor" => Report(sound with { Outcomes = [dead, Alive("two")] }),
            "an error" => Report(
                sound with
                {
                    Outcomes = [dead, new Outcome { Id = "two", Status = OutcomeStatus.RuntimeError }],
                }
            ),
            "a claim that catches nothing" => Report(sound with { Outcomes = [Dead("one", "Never_full")] }),
            "a false alarm" => Report(sound with { FalseAlarms = 1 }),
            _ => Report(sound) with { Missing = ["Coverage was not measured."] },
        };
        Assert.False(report.IsSound);
    }

    [Fact]
    public void The_viewer_of_a_page_of_Strykers_shows_a_report_of_ours()
    {
        const string Strykers = "<script>app.report = {\"files\":{}};\n\n function updateTheme() { }</script>";
        var report = new MutationReport
        {
            Files = new Dictionary<string, MutatedFile> { ["Spa.cs"] = new("cs", "</script><script>alert(1)", []) },
        };
        string page = MutationPage.With(Strykers, report)!;
        Assert.Contains("function updateTheme", page, StringComparison.Ordinal);
        Assert.Contains("\"schemaVersion\":\"2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</script><script>alert", page, StringComparison.Ordinal);
        Assert.Null(MutationPage.With("<html></html>", report));
    }

    private static StrengthReport Weak()
    {
        var proof = new ExplorationReport("3 guests, 2 rooms", 120, 43, 258, true, "PROVED (5 classes)");
        return new StrengthReport
        {
            Katas =
            [
                KataStrength.Of(
                    "SemaphoreRooms",
                    "Four rooms, many guests",
                    [
                        Kind(OutcomeKind.Impostors, Dead("no-semaphore", "Never_full")) with
                        {
                            Explorations = [proof],
                        },
                        Kind(
                            OutcomeKind.Concurrency,
                            Dead("Spa.cs/Open/a/1", "Never_full"),
                            Dead("Spa.cs/Open/a/2", "Never_full", "All_served"),
                            Alive("Spa.cs/Open/a/3")
                        ),
                    ]
                ) with
                {
                    Lines = 11,
                    CoveredLines = 10,
                },
            ],
            Coverage = [new CoverageGoal("src/Scheduling", "branches", 899, 1000, 90)],
            Missing = ["SemaphoreRooms was not measured with Stryker."],
        };
    }

    private static StrengthReport Report(KataOutcomes outcomes) =>
        new() { Katas = [KataStrength.Of("SemaphoreRooms", "Rooms", [outcomes])] };

    private static KataOutcomes Kind(OutcomeKind kind, params Outcome[] outcomes) =>
        new()
        {
            Kata = "SemaphoreRooms",
            Kind = kind,
            Claims =
                kind == OutcomeKind.Impostors && outcomes[0].KilledBy.Count == 2
                    ? ["Never_full", "Never_busy"]
                    : ["Never_full", "All_served", "Never_busy"],
            Outcomes = outcomes,
            RightPrograms = 4,
            Seconds = 12.3,
        };

    private static Outcome Dead(string id, params string[] claims) =>
        new()
        {
            Id = id,
            Status = OutcomeStatus.Killed,
            KilledBy = claims,
            Change = Change,
        };

    private static Outcome Alive(string id) =>
        new()
        {
            Id = id,
            Status = OutcomeStatus.Survived,
            Change = Change,
        };

    private static OutcomeChange Change => new("Spa.cs", "a", Secret, "", 30, 9, 30, 34);
}
