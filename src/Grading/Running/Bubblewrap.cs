using System.Text;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// Bubblewrap, if it is here and works: the kernel may forbid it. Tried once in a process, with the place that is to be
/// used, so that what was tried is what will be done.
/// </summary>
public sealed class Bubblewrap
{
    /// <summary>The environment variable with which it is switched off: <c>off</c>.</summary>
    public const string Switch = "KATA_ISOLATION";

    private const string Name = "bwrap";

    // Ids of its own, so that a signal reaches nobody outside; a network of its own, with nothing in it.
    private static readonly string[] s_namespaces =
    [
        "--unshare-user",
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "--cap-drop",
        "ALL",
        "--die-with-parent",
        "--new-session",
    ];

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly Lazy<Bubblewrap> s_here = new(() =>
        Trust.IsGiven
            ? new Bubblewrap(null, "the solutions are trusted")
            : Look(Environment.GetEnvironmentVariable(Switch), Environment.GetEnvironmentVariable("PATH"), s_patience)
    );

    private readonly string? _path;

    private Bubblewrap(string? path, string? obstacle) => (_path, Obstacle) = (path, obstacle);

    /// <summary>What was found on this machine.</summary>
    public static Bubblewrap Here => s_here.Value;

    /// <summary>Why it is not used; null when it is.</summary>
    public string? Obstacle { get; }

    /// <summary>A place in which the worker runs.</summary>
    /// <param name="hidden">Folders of which nothing is to be seen.</param>
    /// <param name="shown">Files and folders that are to be seen all the same.</param>
    /// <returns>Null when bubblewrap is not used.</returns>
    public Enclosure? Enclose(IEnumerable<string> hidden, IEnumerable<string> shown) =>
        _path is null ? null : new Enclosure(_path, Arguments(hidden, shown));

    /// <summary>Looks for it, and tries it.</summary>
    /// <param name="wanted">What <see cref="Switch"/> says.</param>
    /// <param name="folders">Where programs lie; null when nobody says.</param>
    /// <param name="patience">How long the trial may take.</param>
    internal static Bubblewrap Look(string? wanted, string? folders, TimeSpan patience)
    {
        if (wanted == "off")
        {
            return new Bubblewrap(null, $"it is switched off by {Switch}");
        }
        string? path = (folders ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
        if (!OperatingSystem.IsLinux() || path is null)
        {
            return new Bubblewrap(null, $"there is no {Name} on the PATH");
        }
        string? obstacle = Try(path, patience);
        return obstacle is null
            ? new Bubblewrap(path, null)
            : new Bubblewrap(null, $"it does not work here: {obstacle}");
    }

    private static string? Try(string path, TimeSpan patience)
    {
        var enclosure = new Enclosure(path, Arguments(HiddenFolders.Always, WorkerFiles.Needed));
        var request = new SpawnRequest
        {
            FileName = "true",
            Environment = Confinement.Environment,
            WorkingDirectory = Confinement.Folder,
            Output = SpawnOutput.Pipe,
        };
        using var tried = EnclosedProcess.Start(request, enclosure);
        using var output = new CapturedOutput(tried.Handle);
        if (!tried.Handle.WaitForExit(patience))
        {
            tried.Handle.Kill();
            tried.Handle.WaitForExit(Timeout.InfiniteTimeSpan);
            return "it does not answer";
        }
        tried.TryReap(out int exitCode);
        string said = output.Text().ReplaceLineEndings(" ").Trim();
        return exitCode != 0 ? $"{said} ({exitCode})"
            : File.Exists($"/proc/{Environment.ProcessId}/task/{Environment.ProcessId}/children") ? null
            : "the kernel does not tell the children of a process";
    }

    private static string[] Arguments(IEnumerable<string> hidden, IEnumerable<string> shown)
    {
        string[] outermost = HiddenFolders.Outermost(hidden);
        return
        [
            .. s_namespaces,
            .. (string[])["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"],
            .. outermost.SelectMany(folder => (string[])["--tmpfs", folder]),
            .. shown
                .Where(file => outermost.Any(folder => HiddenFolders.Holds(folder, file)))
                .SelectMany(file => (string[])["--ro-bind", file, file]),
            .. (string[])["--setenv", "TMPDIR", HiddenFolders.Temporary],
        ];
    }
}
