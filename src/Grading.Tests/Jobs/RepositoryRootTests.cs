using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class RepositoryRootTests : IDisposable
{
    private const string Packages = "Directory.Packages.props";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-root-");

    [Fact]
    public void The_nearest_folder_above_that_holds_a_course_is_its_root()
    {
        Course("", "katas", "graders", Packages);
        string inner = Course("inner", "katas", "graders", Packages);

        Assert.Equal(inner, RepositoryRoot.Find(inner));
        Assert.Equal(inner, RepositoryRoot.Find(Path.Combine(inner, "katas", "SemaphoreRooms")));
        Assert.Equal(_folder.FullName, RepositoryRoot.Find(Path.Combine(_folder.FullName, "katas")));
    }

    // What a class hands in lies in folders that look like a course.
    [Theory]
    [InlineData("graders", Packages)]
    [InlineData("katas", Packages)]
    [InlineData("katas", "graders")]
    public void A_folder_that_lacks_a_part_of_it_is_none(params string[] parts)
    {
        Course("", "katas", "graders", Packages);
        Assert.Equal(_folder.FullName, RepositoryRoot.Find(Course("handed-in", parts)));
    }

    [Fact]
    public void Where_there_is_none_it_is_said_where_one_was_looked_for_and_what_to_do()
    {
        string message = Assert
            .Throws<DirectoryNotFoundException>(() => RepositoryRoot.Find(Course("handed-in", "katas")))
            .Message;

        Assert.Contains(Path.Combine(_folder.FullName, "handed-in"), message, StringComparison.Ordinal);
        Assert.Contains("Run this from a checkout", message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Course(string name, params string[] parts)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.Combine(_folder.FullName, name));
        foreach (string part in parts.Where(part => part != Packages))
        {
            Directory.CreateDirectory(Path.Combine(root, part));
        }
        if (parts.Contains(Packages))
        {
            File.WriteAllText(Path.Combine(root, Packages), "<Project />");
        }
        return root;
    }
}
