namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>Finds the folder that holds the course.</summary>
public static class RepositoryRoot
{
    /// <summary>The nearest folder above the program that holds <c>katas/</c> and <c>graders/</c>.</summary>
    public static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (
                Directory.Exists(Path.Combine(folder.FullName, "katas"))
                && Directory.Exists(Path.Combine(folder.FullName, "graders"))
                && File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))
            )
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException(
            $"No folder above '{AppContext.BaseDirectory}' holds katas/ and graders/. Run this from a checkout of ConcurrencyKatas."
        );
    }
}
