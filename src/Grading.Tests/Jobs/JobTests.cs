using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class JobTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_file_the_students_katas_and_the_solutions_are_graded(string? file)
    {
        Job job = Job.Read(file);

        Assert.Equal(["katas", "solutions"], job.Submissions.Select(s => s.Label));
        Assert.All(job.Submissions, s => Assert.True(Directory.Exists(s.Path)));
        Assert.Null(job.Replay);
        Assert.False(job.IsOfOneKata);
    }

    [Fact]
    public void What_was_written_is_read()
    {
        var job = new Job
        {
            Root = "/course",
            Submissions = [new JobSubmission { Label = "group-1", Path = "/handed-in/group-1" }],
            Katas = ["SemaphoreRooms"],
        };
        job.Save(_file);

        Job read = Job.Read(_file);

        Assert.Equivalent(job, read);
        Assert.True(read.IsOfOneKata);
        Assert.False((read with { Katas = ["SemaphoreRooms", "PipeEnds"] }).IsOfOneKata);
    }

    [Fact]
    public void In_trusted_mode_the_solutions_are_graded_and_no_student()
    {
        Job job = Job.Read(path: null, isTrusted: true);
        Assert.Equal(Trust.Label, Assert.Single(job.Submissions).Label);
    }

    [Fact]
    public void In_trusted_mode_a_job_that_names_anybody_else_is_refused_when_it_is_read()
    {
        string root = RepositoryRoot.Find();
        var solutions = new JobSubmission { Label = "ours", Path = Path.Combine(root, "solutions") };
        var job = new Job { Root = root, Submissions = [solutions] };
        job.Save(_file);
        Assert.Equal("ours", Assert.Single(Job.Read(_file, isTrusted: true).Submissions).Label);

        (job with { Submissions = [solutions with { Label = "group-7", Path = "/handed-in" }] }).Save(_file);
        var refused = Assert.Throws<InvalidDataException>(() => Job.Read(_file, isTrusted: true));
        Assert.Contains("group-7", refused.Message, StringComparison.Ordinal);
        Assert.Equal("group-7", Assert.Single(Job.Read(_file).Submissions).Label);
    }

    [Fact]
    public void A_file_that_holds_nothing_is_named()
    {
        File.WriteAllText(_file, "null");
        Assert.Contains(_file, Assert.Throws<InvalidDataException>(() => Job.Read(_file)).Message);
    }

    public void Dispose() => File.Delete(_file);
}
