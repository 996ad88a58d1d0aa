using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class TrustTests
{
    [Fact]
    public void The_solutions_may_be_trusted()
    {
        Job job = Of("/course/solutions");
        Assert.Same(job, Trust.Require(job));
    }

    [Theory]
    [InlineData("/course/katas")]
    [InlineData("/course/solutions/../katas")]
    [InlineData("/handed-in/solutions")]
    [InlineData("/course/solutions/SemaphoreRooms")]
    public void Nothing_else_may(string path)
    {
        string message = Assert.Throws<InvalidDataException>(() => Trust.Require(Of(path))).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Contains(Trust.Variable, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_with_a_stranger_among_the_solutions_is_refused_as_a_whole()
    {
        Job job = Of("/course/solutions");
        var stranger = new JobSubmission { Label = "group-7", Path = "/handed-in" };
        Assert.Throws<InvalidDataException>(() =>
            Trust.Require(job with { Submissions = [.. job.Submissions, stranger] })
        );
    }

    [Fact]
    public void Where_they_were_not_built_beside_the_graders_it_is_said_how_they_are()
    {
        string message = Assert.Throws<FileNotFoundException>(() => Trust.AssemblyIn("/nowhere/at/all")).Message;
        Assert.Contains("ConcurrencyKatas.Solutions.dll", message, StringComparison.Ordinal);
        Assert.Contains("-p:TrustedSolutions=true", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_they_were_built_beside_the_graders_it_is_that_assembly_that_is_run()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kata-trust-");
        string assembly = Path.Combine(folder.FullName, "ConcurrencyKatas.Solutions.dll");
        File.WriteAllText(assembly, "");

        Assert.Equal(assembly, Trust.AssemblyIn(folder.FullName));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Nobody_is_trusted_unless_it_was_asked_for() => Assert.False(Trust.IsGiven);

    private static Job Of(string path) =>
        new() { Root = "/course", Submissions = [new JobSubmission { Label = "group-1", Path = path }] };
}
