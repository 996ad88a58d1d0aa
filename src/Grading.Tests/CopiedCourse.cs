using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>The katas of this course and what they were when they were handed out, in a folder that a test may change.</summary>
public sealed class CopiedCourse : IDisposable
{
    private static readonly EnumerationOptions s_everywhere = new() { RecurseSubdirectories = true };

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kata-course-");

    /// <summary>Copies them.</summary>
    public CopiedCourse()
    {
        string here = RepositoryRoot.Find();
        foreach (
            string file in Directory
                .EnumerateFiles(Path.Combine(here, "katas"), "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Path.Combine(here, "graders"), "pristine.json", s_everywhere))
        )
        {
            string copy = PathOf(Path.GetRelativePath(here, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The folder that holds <c>katas/</c> and <c>graders/</c>.</summary>
    public string Root => _root.FullName;

    /// <summary>Where a file of it lies.</summary>
    public string PathOf(string file) => Path.Combine(Root, file);

    /// <inheritdoc/>
    public void Dispose() => _root.Delete(recursive: true);
}
