using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What becomes of a submission before anything of it is run.</summary>
public sealed class PreparationTests : IDisposable
{
    private const string Kata = "SemaphoreRooms";
    private const string Given = $"katas/{Kata}/Given";

    private readonly CopiedCourse _course = new();

    [SlowFact]
    public void Given_files_that_were_changed_or_added_are_named_with_the_command_that_brings_them_back()
    {
        File.AppendAllText(_course.PathOf($"{Given}/Stay.cs"), "internal static class Forged;");
        File.WriteAllText(_course.PathOf($"{Given}/More.cs"), "namespace ConcurrencyKatas.SemaphoreRooms;");

        Preparation prepared = Prepare();

        Assert.Equal((KataStatus.BreaksTheRules, true), (prepared.Status, prepared.IsAFailure));
        Assert.EndsWith($": git checkout {Given}/Stay.cs {Given}/More.cs", prepared.Reason, StringComparison.Ordinal);
        Assert.Null(prepared.Compiled);
    }

    [SlowFact]
    public void Layout_and_comments_change_neither_a_given_file_nor_the_stub()
    {
        File.AppendAllText(_course.PathOf($"{Given}/Stay.cs"), "\n// How it works.\n");
        File.AppendAllText(_course.PathOf($"katas/{Kata}/Spa.cs"), "\n\n// What is to be done?\n");

        Preparation prepared = Prepare();

        Assert.Equal((KataStatus.NotStarted, false), (prepared.Status, prepared.IsAFailure));
        Assert.Equal($"not started: katas/{Kata}/Spa.cs is as it was handed out", prepared.Reason);
    }

    [SlowFact]
    public void The_stub_of_a_kata_of_which_nothing_was_recorded_is_graded_like_any_other_program()
    {
        File.Delete(Pristine.PathOf(_course.Root, Kata));

        Preparation prepared = Prepare();

        Assert.Null(prepared.Status);
        Assert.False(prepared.IsUntouched);
        Assert.Equal("Spa.cs", Assert.Single(prepared.Source).Name);
    }

    [SlowFact]
    public void A_compiler_that_fails_is_our_fault_and_says_what_it_lacked()
    {
        File.Delete(_course.PathOf("katas/options.rsp"));

        Preparation prepared = Prepare();

        Assert.Equal((KataStatus.CouldNotGrade, true), (prepared.Status, prepared.IsAFailure));
        Assert.StartsWith(CouldNotGradeException.Prefix, prepared.Reason, StringComparison.Ordinal);
        Assert.Contains("options.rsp", prepared.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_compile_is_neither_explored_nor_confirmed()
    {
        using var grading = new ScriptedGrading(preparation: new Preparation { Status = KataStatus.DoesNotCompile });

        Exception?[] refused =
        [
            Record.Exception(() => grading.Submission.Explore(new Size("2 guests", OneActorStage.Ends))),
            Record.Exception(() => grading.Submission.Evidence),
        ];

        Assert.All(refused, one => Assert.Equal("SemaphoreRooms is DoesNotCompile; it cannot run.", one?.Message));
    }

    public void Dispose() => _course.Dispose();

    private Preparation Prepare()
    {
        var submission = new JobSubmission { Label = "katas", Path = _course.PathOf("katas") };
        var job = new Job
        {
            Root = _course.Root,
            Submissions = [submission],
            Katas = [Kata],
        };
        return Preparation.Of(job, submission, KataDefinition.Load(job.Root, Kata), whileCompiling: () => { });
    }
}
