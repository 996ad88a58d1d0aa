namespace ConcurrencyKatas.Control;

/// <summary>
/// Where a process of a run by hand waits for somebody to attach a debugger: at its beginning, before any student code. A
/// folder is the gate; whoever keeps it lets a process go on by writing the file that <see cref="PassOf"/> names.
/// </summary>
/// <remarks>A process that waits still ends with its session, so nobody waits for a keeper who has died.</remarks>
public static class DebugGate
{
    /// <summary>The environment variable that names the folder; children inherit it.</summary>
    public const string Variable = "KATA_DEBUG_GATE";

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether this process, and its children with it, belongs to a run that may be debugged.</summary>
    public static bool Exists => Folder is not null;

    private static string? Folder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>Waits, if there is a gate.</summary>
    public static void Wait()
    {
        if (Folder is not { } folder)
        {
            return;
        }
        string pass = PassOf(folder, Environment.ProcessId);
        while (!File.Exists(pass))
        {
            Thread.Sleep(s_look);
        }
    }

    /// <summary>The file that lets a process go on.</summary>
    public static string PassOf(string folder, int processId) => Path.Combine(folder, $"{processId}.pass");
}
