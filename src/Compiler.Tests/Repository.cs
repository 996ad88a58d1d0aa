namespace ConcurrencyKatas.Compiler.Tests;

/// <summary>Finds files of the checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string s_root = FindRoot();

    /// <summary>The full path of a file or folder.</summary>
    public static string File(string relative) => Path.Combine(s_root, relative);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "ConcurrencyKatas.sln")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException($"No ConcurrencyKatas.sln above {AppContext.BaseDirectory}.");
    }
}
