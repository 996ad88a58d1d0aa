using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What a report says of a test that checks several things.</summary>
public sealed class ClaimSheetTests
{
    private const string Twelve = "12 guests: SAMPLED (200 schedules, 143 distinct)";
    private const string Two = "2 guests: SAMPLED (200 schedules, 143 distinct)";
    private const string Proved = "3 guests: PROVED (4 classes; this size, no crash injected)";

    [Fact]
    public void Each_size_is_in_the_verdict_though_its_words_are_in_that_of_another() =>
        Assert.Equal($"{Twelve}; {Two}", Verdict([Twelve], [Two]));

    [Fact]
    public void What_two_checks_say_of_a_size_is_said_once() =>
        Assert.Equal($"{Proved}; {Two}; {Twelve}", Verdict([Proved, Two], [Two, Twelve], [Proved]));

    [Fact]
    public void A_check_that_says_nothing_leaves_no_trace()
    {
        Assert.Equal(Two, Verdict([], [Two], []));
        Assert.Null(Verdict([], []));
    }

    [Fact]
    public void The_first_check_that_fails_is_the_outcome_of_the_test()
    {
        var sheet = new ClaimSheet();
        sheet.Add(Claim(ClaimStatus.Passed), [Two]);
        Assert.Equal((KataStatus.Passed, false), (sheet.Status, sheet.HasFailed));

        sheet.Add(Claim(ClaimStatus.Failed), []);
        sheet.Add(Claim(ClaimStatus.Passed), [Twelve]);

        ClaimReport claim = Assert.Single(sheet.Claims);
        Assert.Equal((ClaimStatus.Failed, null), (claim.Status, claim.Verdict));
        Assert.Equal((KataStatus.Failed, true), (sheet.Status, sheet.HasFailed));
    }

    private static string? Verdict(params string[][] checks)
    {
        var sheet = new ClaimSheet();
        foreach (string[] parts in checks)
        {
            sheet.Add(Claim(ClaimStatus.Passed), parts);
        }
        return Assert.Single(sheet.Claims).Verdict;
    }

    private static ClaimReport Claim(ClaimStatus status) =>
        new()
        {
            Test = "Never_deadlocks",
            Claim = "Never deadlocks",
            Status = status,
            Points = 0,
            MaxPoints = 1,
        };
}
