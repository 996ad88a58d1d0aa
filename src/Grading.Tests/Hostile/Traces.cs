using System.Globalization;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests.Hostile;

/// <summary>What an attack could leave behind, known by a name that nothing else has.</summary>
internal sealed class Traces : IDisposable
{
    private static readonly string s_root = RepositoryRoot.Find();

    /// <summary>A number that is in every name.</summary>
    public string Name { get; } =
        Random.Shared.NextInt64(100_000_000_000, 1_000_000_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Files that an attack could try to make.</summary>
    public string[] PlacesToWrite =>
        [
            $"/tmp/{Name}",
            $"/dev/shm/{Name}",
            $"/var/tmp/not-there/{Name}",
            $"/{Name}",
            $"/usr/{Name}",
            Path.Combine(Path.GetTempPath(), "not-there", Name),
            Path.Combine(s_root, "katas", Name),
            Path.Combine(s_root, "artifacts", "compiled", Name),
            Path.Combine(AppContext.BaseDirectory, "Submissions", Name),
        ];

    /// <summary>Files and folders that no submission may read.</summary>
    public static string[] SecretPlaces =>
        [
            Path.Combine(s_root, "solutions", "SemaphoreRooms", "Spa.cs"),
            Path.Combine(s_root, "graders"),
            Path.Combine(s_root, "katas"),
            Path.Combine(s_root, "artifacts", "compiled"),
            GraderProcess.Folder("right-with-a-static-field"),
            Path.Combine(AppContext.BaseDirectory, "Submissions"),
            $"/proc/1/root{s_root}/solutions",
            $"/proc/{Environment.ProcessId}/environ",
        ];

    /// <summary>Fails if a process or a file is there.</summary>
    public void AssertNone()
    {
        Assert.Empty(Processes());
        Assert.DoesNotContain(PlacesToWrite, File.Exists);
    }

    public void Dispose()
    {
        // A test that has failed is not to be the one that leaves something.
        foreach (int pid in Processes())
        {
            using var left = System.Diagnostics.Process.GetProcessById(pid);
            left.Kill();
        }
        foreach (string file in PlacesToWrite.Where(File.Exists))
        {
            File.Delete(file);
        }
    }

    private int[] Processes() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(folder =>
                    int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int pid) ? pid : 0
                )
                .Where(pid => pid != 0 && CommandOf(pid).Contains(Name, StringComparison.Ordinal)),
        ];

    // Empty for zombies, and for those who have ended meanwhile.
    private static string CommandOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
