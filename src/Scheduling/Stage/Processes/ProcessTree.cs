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
        if (pid == 0)
        {
            return 0;
        }
        try
        {
            string id = pid.ToString(CultureInfo.InvariantCulture);
            string children = File.ReadAllText($"/proc/{id}/task/{id}/children");
            int end = children.IndexOf(' ', StringComparison.Ordinal);
            return end > 0 ? int.Parse(children.AsSpan(0, end), CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            return 0; // It has ended.
        }
    }

    /// <summary>Ends a process at once; nothing happens when it has ended already.</summary>
    public static void Kill(int pid) => _ = SendSignal(pid, SIGKILL);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
