using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What becomes of a submission before anything of it is run.</summary>
public sealed class PreparationTests(CopiedCourse course) : IClassFixture<CopiedCourse>, IDisposable
{
    private readonly DirectoryInfo _handedIn = Directory.CreateTempSubdirectory("kata-handed-in-");

    [SlowFact]
    public void Given_files_that_were_changed_or_added_are_named_with_the_command_that_brings_them_back()
    {
        const string Given = "katas/SemaphoreRooms/Given";
        File.AppendAllText(course.PathOf($"{Given}/Stay.cs"), "internal static class Forged;");
        File.WriteAllText(course.PathOf($"{Given}/More.cs"), "internal static class More;");

        Preparation prepared = Prepare("SemaphoreRooms");

        Assert.Equal((KataStatus.BreaksTheRules, true), (prepared.Status, prepared.IsAFailure));
        Assert.EndsWith($": git checkout {Given}/Stay.cs {Given}/More.cs", prepared.Reason, StringComparison.Ordinal);
        Assert.Null(prepared.Compiled);
    }

    [SlowFact]
    public void Layout_and_comments_change_neither_a_given_file_nor_the_stub()
    {
        File.AppendAllText(course.PathOf("katas/Printers/Given/Printer.cs"), "\n// How it works.\n");
        File.AppendAllText(course.PathOf("katas/Printers/CopyRoom.cs"), "\n\n// What is to be done?\n");

        Preparation prepared = Prepare("Printers");

        Assert.Equal((KataStatus.NotStarted, false), (prepared.Status, prepared.IsAFailure));
        Assert.Equal("not started: katas/Printers/CopyRoom.cs is as it was handed out", prepared.Reason);
    }

    [SlowFact]
    public void The_stub_of_a_kata_of_which_nothing_was_recorded_is_graded_like_any_other_program()
    {
        File.Delete(Pristine.PathOf(course.Root, "TrafficLight"));

        Preparation prepared = Prepare("TrafficLight");

        Assert.Null(prepared.Status);
        Assert.False(prepared.IsUntouched);
        Assert.Equal("Crossing.cs", Assert.Single(prepared.Source).Name);
    }

    [SlowFact]
    public void A_compiler_that_fails_is_our_fault_and_says_what_it_lacked()
    {
        string options = course.PathOf("katas/options.rsp");
        File.Move(options, $"{options}.lost");

        Preparation prepared = Prepare("PipeEnds");
        File.Move($"{options}.lost", options);

        Assert.Equal((KataStatus.CouldNotGrade, true), (prepared.Status, prepared.IsAFailure));
        Assert.StartsWith(CouldNotGradeException.Prefix, prepared.Reason, StringComparison.Ordinal);
        Assert.Contains("options.rsp", prepared.Explanation, StringComparison.Ordinal);
    }

    [SlowFact]
    public void What_breaks_the_rules_is_told_with_the_line_and_the_rule()
    {
        Preparation prepared = Prepare(Alone(GraderProcess.Folder("forbidden-api")));

        Assert.Equal((KataStatus.BreaksTheRules, "breaks the rules"), (prepared.Status, prepared.Reason));
        Assert.All(prepared.Diagnostics, rule => Assert.StartsWith("KATA", rule.Id, StringComparison.Ordinal));
        Assert.Contains("Spa.cs(", prepared.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_neither_the_katas_folder_nor_its_file_has_not_begun_it()
    {
        Preparation prepared = Prepare(new JobSubmission { Label = "group-1", Path = _handedIn.FullName });

        Assert.Equal((KataStatus.NotStarted, false), (prepared.Status, prepared.IsAFailure));
        Assert.Equal("not started: the submission has no folder SemaphoreRooms", prepared.Reason);
    }

    [Theory]
    [InlineData("Spa.cs")]
    [InlineData("SemaphoreRooms/Spa.cs")]
    public void Who_has_one_of_them_has_begun_it(string file)
    {
        string path = Path.Combine(_handedIn.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Larger than what is read, so that nothing has to be compiled.
        File.WriteAllText(path, new string(' ', SubmissionSource.LargestFile + 1));

        Preparation prepared = Prepare(new JobSubmission { Label = "group-1", Path = _handedIn.FullName });

        Assert.Equal((KataStatus.DoesNotCompile, "does not compile"), (prepared.Status, prepared.Reason));
        Assert.Contains("Remove what the kata does not need.", prepared.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_submission_of_this_kata_alone_that_lacks_its_file_does_not_compile()
    {
        Preparation prepared = Prepare(Alone(_handedIn.FullName));

        Assert.Equal((KataStatus.DoesNotCompile, true), (prepared.Status, prepared.IsAFailure));
        Assert.StartsWith("The file is missing", Assert.Single(prepared.Diagnostics).Message, StringComparison.Ordinal);
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

    public void Dispose() => _handedIn.Delete(recursive: true);

    private static JobSubmission Alone(string path) =>
        new()
        {
            Label = "group-1",
            Path = path,
            Kata = "SemaphoreRooms",
        };

    private Preparation Prepare(JobSubmission submission)
    {
        // Nothing has been changed there.
        string root = RepositoryRoot.Find();
        var job = new Job { Root = root, Submissions = [submission] };
        return Preparation.Of(job, submission, KataDefinition.Load(root, "SemaphoreRooms"), whileCompiling: () => { });
    }

    private Preparation Prepare(string kata)
    {
        var submission = new JobSubmission { Label = "katas", Path = course.PathOf("katas") };
        var job = new Job
        {
            Root = course.Root,
            Submissions = [submission],
            Katas = [kata],
        };
        return Preparation.Of(job, submission, KataDefinition.Load(job.Root, kata), whileCompiling: () => { });
    }
}
