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
    public void A_file_that_holds_nothing_is_named()
    {
        File.WriteAllText(_file, "null");
        Assert.Contains(_file, Assert.Throws<InvalidDataException>(() => Job.Read(_file)).Message);
    }

    public void Dispose() => File.Delete(_file);
}
