namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>
/// Where a process of a run by hand waits for somebody to attach a debugger: at its very beginning, before any student
/// code. A folder is the gate. Whoever keeps it holds the file <see cref="AliveFile"/> open without sharing it, and lets a
/// process go on by writing a file that is named by the process's id.
/// </summary>
public static class DebugGate
{
    /// <summary>The environment variable that names the folder; children inherit it.</summary>
    public const string Variable = "KATA_DEBUG_GATE";

    /// <summary>Held open by the keeper. Where it can be opened, or is gone, nobody will ever open the gate.</summary>
    public const string AliveFile = "alive";

    private const int NobodyIsThere = 130;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits, if there is a gate. Ends the process when the keeper has died.</summary>
    public static void Wait()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            return;
        }
        string pass = PassOf(folder, Environment.ProcessId);
        while (!File.Exists(pass))
        {
            if (!IsKept(folder))
            {
                Environment.Exit(NobodyIsThere);
            }
            Thread.Sleep(s_look);
        }
    }

    /// <summary>The file that lets a process go on.</summary>
    public static string PassOf(string folder, int processId) => Path.Combine(folder, $"{processId}.pass");

    private static bool IsKept(string folder)
    {
        try
        {
            using var _ = new FileStream(
                Path.Combine(folder, AliveFile),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read
            );
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            // Somebody holds it.
            return true;
        }
    }
}
