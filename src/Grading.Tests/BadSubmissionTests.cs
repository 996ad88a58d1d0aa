using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Whatever is submitted, the verdict is clear and the grader lives on.</summary>
[Trait(GraderProcess.Trait, GraderProcess.Started)]
public sealed class BadSubmissionTests(BadSubmissions graded) : IClassFixture<BadSubmissions>
{
    [SlowFact]
    public void A_kata_that_does_not_compile_says_where_and_keeps_no_other_from_being_graded()
    {
        KataReport broken = graded["does-not-compile"];
        KataReport other = GraderProcess.Grade("does-not-compile", "DeadlockRLock");

        Assert.Equal(KataStatus.DoesNotCompile, broken.Status);
        Assert.Contains(broken.Diagnostics, d => d is { File: "Spa.cs", Line: 7, Id: "CS1002" });
        Assert.Equal(KataStatus.Passed, other.Status);
    }

    [SlowFact]
    public void A_wrong_signature_says_what_is_expected()
    {
        KataReport report = graded["wrong-signature"];

        Assert.Equal(KataStatus.DoesNotCompile, report.Status);
        Assert.Contains(
            report.Diagnostics,
            d => d.Message.Contains("int guests, int rooms, int clumsy", StringComparison.Ordinal)
        );
    }

    [SlowFact]
    public void A_missing_file_is_named()
    {
        KataReport report = graded["missing-file"];

        Assert.Equal(KataStatus.DoesNotCompile, report.Status);
        Assert.Contains(report.Diagnostics, d => d.File == "Spa.cs");
    }

    [SlowFact]
    public void A_forbidden_api_is_named_with_its_line()
    {
        KataReport report = graded["forbidden-api"];

        Assert.Equal(KataStatus.BreaksTheRules, report.Status);
        Assert.Contains(
            report.Diagnostics,
            d => d is { File: "Spa.cs", Line: 7 } && d.Message.Contains("File", StringComparison.Ordinal)
        );
        Assert.Contains(
            report.Diagnostics,
            d => d is { File: "Spa.cs", Line: 8 } && d.Message.Contains("Exit", StringComparison.Ordinal)
        );
        Assert.False(File.Exists("/tmp/verdict"));
    }

    [SlowTheory]
    [InlineData("throws-in-main", "the spa is closed today")]
    [InlineData("throws-in-children", "forgot the towel")]
    public void An_unhandled_exception_fails_the_kata_and_is_shown(string submission, string text)
    {
        KataReport report = graded[submission];

        Assert.Equal(KataStatus.Failed, report.Status);
        Assert.Contains(report.Claims, c => c.Evidence?.Output?.Contains(text, StringComparison.Ordinal) == true);
    }

    [SlowTheory]
    [InlineData("stack-overflow", "crash")]
    [InlineData("asks-for-too-much", "crash")]
    [InlineData("endless-loop", "endless loop")]
    [InlineData("computes-without-end", "busy loop")]
    [InlineData("endless-points", "endless loop")]
    [InlineData("starts-without-end", "endless loop")]
    [InlineData("makes-processes-without-end", "endless loop")]
    [InlineData("floods-the-output", "endless loop")]
    public void A_program_that_does_not_end_by_itself_fails_with_its_pattern(string submission, string pattern)
    {
        KataReport report = graded[submission];

        ClaimReport ends = report.Claims.First(c => c.Test == "Never_deadlocks");
        Assert.Equal(KataStatus.Failed, report.Status);
        Assert.Equal(ClaimStatus.Failed, ends.Status);
        Assert.Equal(pattern, ends.Evidence!.Pattern);
        Assert.DoesNotContain(report.Claims, c => c.Status == ClaimStatus.CouldNotGrade);
    }

    [SlowFact]
    public void A_program_that_asks_for_too_much_at_once_is_told_how_much()
    {
        Evidence evidence = graded["asks-for-too-much"].Claims.First(c => c.Evidence is not null).Evidence!;

        Assert.StartsWith("main crashed: it asked for 300,", evidence.Sentence, StringComparison.Ordinal);
    }

    [SlowFact]
    public void A_child_that_is_never_joined_fails_the_claim_about_waiting()
    {
        KataReport report = graded["never-joined"];

        Assert.Equal(
            ClaimStatus.Failed,
            report.Claims.First(c => c.Test == "Every_guest_is_served_and_main_waits_for_all").Status
        );
    }

    [SlowFact]
    public void A_failing_run_comes_with_the_lines_that_it_names()
    {
        Evidence evidence = graded["endless-loop"].Claims[0].Evidence!;

        Assert.Contains(evidence.Code, l => (l.File, l.Line) == (evidence.File, evidence.Line));
        Assert.All(evidence.Code, l => Assert.Equal("Spa.cs", l.File));
        string[] handedIn = File.ReadAllLines(
            Path.Combine(AppContext.BaseDirectory, "Submissions", "endless-loop", "SemaphoreRooms", "Spa.cs")
        );
        Assert.All(evidence.Code, l => Assert.Equal(handedIn[l.Line - 1], l.Text));
    }

    [SlowFact]
    public void A_kata_that_was_not_handed_in_is_not_started_and_counts()
    {
        KataReport report = GraderProcess.Grade("endless-loop", "DeadlockRLock");

        Assert.Equal(KataStatus.NotStarted, report.Status);
        Assert.Equal("not started: the submission has no folder DeadlockRLock", report.Reason);
        Assert.All(report.Claims, claim => Assert.Equal(ClaimStatus.Skipped, claim.Status));
        Assert.True(report.MaxPoints > 10, $"{report.MaxPoints} points could be had.");
    }
}
