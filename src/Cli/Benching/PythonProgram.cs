namespace ConcurrencyKatas.Cli.Benching;

/// <summary>The Python to compare with.</summary>
internal static class PythonProgram
{
    /// <summary>Finds it.</summary>
    /// <param name="wanted">What was asked for: a file, or a name on the path.</param>
    /// <param name="folder">Where relative paths start from.</param>
    /// <param name="searchPath">The folders of the path, as the environment has them.</param>
    /// <exception cref="UserError">It is not there.</exception>
    public static string Find(string? wanted, string folder, string? searchPath)
    {
        string[] names =
            wanted is not null ? [wanted]
            : OperatingSystem.IsWindows() ? ["python.exe", "python3.exe"]
            : ["python3", "python"];
        string[] folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] files = [.. names.SelectMany(name => folders.Select(one => Path.Combine(one, name)))];
        return (wanted is null ? files : [Path.GetFullPath(wanted, folder), .. files]).FirstOrDefault(File.Exists)
            ?? throw new UserError(
                wanted is null
                    ? "There is no Python to compare with: neither python3 nor python is on the PATH. Install Python 3, or name it "
                        + "with --python PROGRAM."
                    : $"There is no Python to compare with: '{wanted}' is no file and not on the PATH. Give --python the path of "
                        + "Python 3."
            );
    }
}
