using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// Folders that a worker finds empty, where there is bubblewrap: the repository with its solutions and graders, other
/// submissions, the user's own files, and where sockets of services lie.
/// </summary>
internal static class HiddenFolders
{
    /// <summary>The temporary folder of a worker: its own, in memory.</summary>
    public const string Temporary = "/tmp";

    private static readonly string[] s_system = ["/", "/usr", "/lib", "/lib64", "/bin", "/etc", "/opt", "/var", "/nix"];

    private static readonly System.Threading.Lock s_gate = new();
    private static readonly HashSet<string> s_others = [];

    /// <summary>Those that have nothing to do with what is graded.</summary>
    public static IReadOnlyList<string> Always { get; } =
    [
        Temporary,
        "/var/tmp",
        "/run",
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Path.TrimEndingDirectorySeparator(Path.GetTempPath()),
        Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory),
        RepositoryRoot.Find(),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All
    {
        get
        {
            lock (s_gate)
            {
                return [.. Always, .. s_others];
            }
        }
    }

    /// <summary>Hides where a job's submissions lie, from workers that are started from now on.</summary>
    public static void Add(Job job)
    {
        lock (s_gate)
        {
            s_others.Add(job.Root);
            foreach (JobSubmission submission in job.Submissions)
            {
                // Mostly they lie side by side: one folder to hide instead of thirty.
                string path = Path.GetFullPath(submission.Path);
                string beside = Path.GetDirectoryName(path) ?? path;
                s_others.Add(s_system.Contains(beside) ? path : beside);
            }
        }
    }

    /// <summary>Those that exist and are in no other one.</summary>
    public static string[] Outermost(IEnumerable<string> folders)
    {
        List<string> outermost = [];
        foreach (string folder in folders.Where(IsHideable).Distinct().OrderBy(f => f.Length))
        {
            if (!outermost.Exists(o => Holds(o, folder)))
            {
                outermost.Add(folder);
            }
        }
        return [.. outermost];
    }

    /// <summary>Whether a path leads into a folder.</summary>
    public static bool Holds(string folder, string path) => path.StartsWith(folder + '/', StringComparison.Ordinal);

    private static bool IsHideable(string folder) => Directory.Exists(folder) && !s_system.Contains(folder);
}
