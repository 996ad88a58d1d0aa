namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>Finds the folder that holds the course.</summary>
public static class RepositoryRoot
{
    /// <summary>The nearest folder above the program that holds <c>katas/</c> and <c>graders/</c>.</summary>
    public static string Find() => Find(AppContext.BaseDirectory);

    /// <summary>The nearest one above a folder, or that folder itself.</summary>
    internal static string Find(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
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
            $"No folder above '{from}' holds katas/ and graders/. Run this from a checkout of ConcurrencyKatas."
        );
    }
}
