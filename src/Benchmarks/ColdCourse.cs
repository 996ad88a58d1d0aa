namespace ConcurrencyKatas.Benchmarks;

/// <summary>
/// A copy of the course with what <c>./kata</c> has built, in which one kata is edited again and again: nobody's own katas are
/// touched, and nothing is found in a cache.
/// </summary>
internal sealed class ColdCourse : IDisposable
{
    private const string Packages = "Directory.Packages.props";

    private readonly DirectoryInfo _folder;
    private readonly string _solution;
    private int _edits;

    /// <summary>Copies the course around this program.</summary>
    /// <param name="kata">Which kata will be edited.</param>
    /// <exception cref="ArgumentException">It is not built, or has no such kata.</exception>
    public ColdCourse(string kata)
    {
        string root = FindRoot();
        _solution = Path.Combine(root, "solutions", kata);
        if (kata.Length == 0 || !Directory.Exists(_solution))
        {
            throw new ArgumentException($"There is no {_solution}: name a kata, such as SemaphoreRooms.");
        }
        if (!File.Exists(Path.Combine(root, "artifacts", "kata.stamp")))
        {
            throw new ArgumentException("What is to be timed is not built. Run ./kata list first.");
        }
        _folder = Directory.CreateTempSubdirectory("kata-cold-");
        Kata = Path.Combine(_folder.FullName, "katas", kata);
        try
        {
            // By it the graders know a checkout of the course.
            File.Copy(Path.Combine(root, Packages), Path.Combine(_folder.FullName, Packages));
            foreach (
                string part in (string[])
                    ["katas", "graders", Built("Cli"), Built("Graders"), Built("Compiler"), Built("Worker")]
            )
            {
                Copy(Path.Combine(root, part), Path.Combine(_folder.FullName, part));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder of the kata.</summary>
    public string Kata { get; }

    /// <summary>A file that <c>./kata</c> has built.</summary>
    public string Program(string room, string file) => Path.Combine(_folder.FullName, Built(room), file);

    /// <summary>A folder for what somebody writes.</summary>
    public string Scratch(string name) => _folder.CreateSubdirectory(name).FullName;

    /// <summary>Puts the solution into the kata, with another comment each time.</summary>
    public void Edit()
    {
        _edits++;
        foreach (string file in Directory.EnumerateFiles(_solution, "*.cs"))
        {
            File.WriteAllText(
                Path.Combine(Kata, Path.GetFileName(file)),
                $"{File.ReadAllText(file)}// edit {_edits}\n"
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Built(string room) => Path.Combine("artifacts", "bin", room, "release");

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ConcurrencyKatas.sln")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("This program is not inside a clone of the course.");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
