using System.Globalization;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>Who is whose child, and a signal for grandchildren.</summary>
internal static partial class ProcessTree
{
    private const int SIGKILL = 9;

    /// <summary>The process id of a process's first child; 0 when there is none.</summary>
    public static int FirstChildOf(int pid)
    {
        int[] children = pid == 0 ? [] : ChildrenOf(pid);
        return children.Length > 0 ? children[0] : 0;
    }

    /// <summary>The process ids of a process's children.</summary>
    public static int[] ChildrenOf(int pid)
    {
        string id = pid.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. Read($"/proc/{id}/task/{id}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>A process's command line; empty when it has ended.</summary>
    public static string[] CommandOf(int pid) =>
        Read($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/cmdline").TrimEnd('\0').Split('\0');

    /// <summary>Whether there is such a process.</summary>
    public static bool Exists(int pid) => SendSignal(pid, 0) == 0;

    /// <summary>
    /// Whether a process has ended, or will as soon as it gets a processor: it has been sent SIGKILL. On a busy machine a
    /// process that was killed is to be seen for a while.
    /// </summary>
    public static bool IsDoomed(int pid)
    {
        string[] status = Read($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/status").Split('\n');
        return status.Length == 1
            || status.Any(line =>
                line.StartsWith("State:\tZ", StringComparison.Ordinal)
                || line.StartsWith("State:\tX", StringComparison.Ordinal)
                || (IsPending(line) && (ulong.Parse(line[8..], NumberStyles.HexNumber) >> (SIGKILL - 1) & 1) != 0)
            );
    }

    /// <summary>How many processes have their ids in the same place as this one.</summary>
    public static int CountInPlaceOf(int pid)
    {
        string? place = PlaceOf(pid.ToString(CultureInfo.InvariantCulture));
        return place is null
            ? 0
            : Directory
                .EnumerateDirectories("/proc")
                .Count(folder =>
                    char.IsAsciiDigit(Path.GetFileName(folder)[0]) && PlaceOf(Path.GetFileName(folder)) == place
                );
    }

    /// <summary>Ends a process at once; nothing happens when it has ended already.</summary>
    public static void Kill(int pid) => _ = SendSignal(pid, SIGKILL);

    // For the thread, and for the process.
    private static bool IsPending(string line) =>
        line.StartsWith("SigPnd:\t", StringComparison.Ordinal)
        || line.StartsWith("ShdPnd:\t", StringComparison.Ordinal);

    private static string? PlaceOf(string pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/ns/pid").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // It has ended, or is somebody else's.
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return ""; // It has ended.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
