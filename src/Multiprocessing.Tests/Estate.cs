using System.Globalization;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a process has besides this one: descendants, memory that can be shared, sockets, files that bear its id.</summary>
internal sealed class Estate : IDisposable
{
    private readonly Dictionary<int, int> _watched;
    private readonly string[] _ids;

    private Estate(int owner)
    {
        Processes = [.. Descendants(owner)];
        _watched = Processes.ToDictionary(static pid => pid, Watchdog.Watch);
        int[] all = [owner, .. Processes];
        Memory = [.. all.SelectMany(MemoryOf).Except(MemoryOf(Environment.ProcessId))];
        Sockets = [.. all.SelectMany(SocketsOf).Except(SocketsOf(Environment.ProcessId))];
        _ids = [.. all.Select(static pid => pid.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>Its children, and theirs.</summary>
    public IReadOnlyList<int> Processes { get; }

    /// <summary>The memory that they have mapped and others could have, too; by the number of its file.</summary>
    public IReadOnlyList<string> Memory { get; }

    /// <summary>Their sockets; by their numbers.</summary>
    public IReadOnlyList<string> Sockets { get; }

    /// <summary>What a process has now.</summary>
    public static Estate Of(int owner) => new(owner);

    public void Dispose()
    {
        foreach (int watched in _watched.Values)
        {
            ProcessLife.Close(watched);
        }
    }

    /// <summary>Those of the processes that do not end within a time.</summary>
    public IReadOnlyList<int> ProcessesLeft(TimeSpan limit) =>
        [.. _watched.Where(one => !Control.Readiness.Wait([one.Value], limit.Ticks)[0]).Select(static one => one.Key)];

    /// <summary>What of the memory any process has mapped.</summary>
    public IReadOnlyList<string> MemoryLeft() => [.. Memory.Intersect(AllProcesses().SelectMany(MemoryOf))];

    /// <summary>Those of the sockets that the system still has.</summary>
    public IReadOnlyList<string> SocketsLeft()
    {
        string[] all = [.. Lines("/proc/net/unix").SelectMany(static line => line.Split(' '))];
        return [.. Sockets.Intersect(all.Concat(AllProcesses().SelectMany(SocketsOf)))];
    }

    /// <summary>Every file for shared memory or for a time, whosever it is.</summary>
    public static string[] Files() =>
        [.. Directory.GetFileSystemEntries("/dev/shm"), .. Directory.GetFileSystemEntries(Path.GetTempPath())];

    /// <summary>Files for shared memory or for a time that bear the id of one of the processes, or the library's name.</summary>
    public IReadOnlyList<string> FilesLeft() =>
        [
            .. Directory.GetFileSystemEntries("/dev/shm", "*concurrency-katas*"),
            .. Directory
                .GetFileSystemEntries(Path.GetTempPath())
                .Where(path => Path.GetFileName(path).Split('-', '.', '_').Intersect(_ids).Any()),
        ];

    private static IEnumerable<int> Descendants(int pid) =>
        ProcessLife.ChildrenOf(pid).SelectMany(static child => Descendants(child.Pid).Prepend(child.Pid));

    private static IEnumerable<int> AllProcesses() =>
        Directory
            .GetDirectories("/proc")
            .Select(static path => int.TryParse(Path.GetFileName(path), out int pid) ? pid : 0)
            .Where(static pid => pid > 0);

    // address permissions offset device file path
    private static IEnumerable<string> MemoryOf(int pid) =>
        Lines(Of(pid, "maps"))
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(static parts =>
                parts.Length > 5
                && (
                    parts[5].StartsWith("/memfd:", StringComparison.Ordinal)
                    || parts[5].StartsWith("/dev/shm/", StringComparison.Ordinal)
                )
            )
            .Select(static parts => parts[4])
            .Distinct();

    private static IEnumerable<string> SocketsOf(int pid)
    {
        try
        {
            return
            [
                .. Directory
                    .GetFileSystemEntries(Of(pid, "fd"))
                    .Select(static path => new FileInfo(path).LinkTarget ?? "")
                    .Where(static target => target.StartsWith("socket:[", StringComparison.Ordinal))
                    .Select(static target => target[8..^1]),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return []; // It has ended, or is somebody else's.
        }
    }

    private static string Of(int pid, string what) => $"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/{what}";

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
