using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>What keeps student code in: the environment that its processes get, and where they stand.</summary>
public static class Confinement
{
    private const string HeapLimit = "0x10000000"; // 256 MiB

    private const string Always = "separate processes, an allow-list of APIs, limited memory, an empty environment";

    /// <summary>One line for the report.</summary>
    public static string Description => Describe(Trust.IsGiven, Bubblewrap.Here.Obstacle);

    /// <summary>The same of any place.</summary>
    /// <param name="isTrusted">Whether nothing has to be kept in.</param>
    /// <param name="obstacle">Why bubblewrap is not used; null when it is.</param>
    internal static string Describe(bool isTrusted, string? obstacle) =>
        isTrusted ? $"none: separate processes only, as the solutions are trusted ({Trust.Variable})"
        : obstacle is not null ? $"{Always}; without bubblewrap: {obstacle}"
        : $"{Always}; bubblewrap: no writable folder but an own empty /tmp, no network, no view of other processes, "
            + "of the course or of other submissions";

    /// <summary>The place in which a worker is started that runs one submission after another; null without bubblewrap.</summary>
    public static Enclosure? Enclosure => Bubblewrap.Here.Enclose(HiddenFolders.All, WorkerFiles.Needed);

    /// <summary>The place for one submission, of which every process finds its files.</summary>
    public static Enclosure? EnclosureWith(params IEnumerable<string> files) =>
        Bubblewrap.Here.Enclose(HiddenFolders.All, [.. WorkerFiles.Needed, .. files.Where(File.Exists)]);

    /// <summary>Where the processes stand. No kata grants files, so there is no folder that would have to be removed.</summary>
    public static string Folder { get; } = Path.GetPathRoot(AppContext.BaseDirectory) ?? "/";

    /// <summary>The whole environment of a process with student code.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = Build(Trust.IsGiven);

    /// <summary>The environment of processes that wait at a gate for a debugger, which may be attached to them.</summary>
    public static IReadOnlyDictionary<string, string> Debuggable(string gate) =>
        new Dictionary<string, string>(Environment) { ["DOTNET_EnableDiagnostics"] = "1", [DebugGate.Variable] = gate };

    /// <summary>Makes the environment.</summary>
    /// <param name="isTrusted">Whether everything is passed on.</param>
    internal static Dictionary<string, string> Build(bool isTrusted)
    {
        IEnumerable<string> passedOn = isTrusted
            ? System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
            : ["PATH", "DOTNET_ROOT", "TMPDIR", LastCounts.Variable];
        var variables = new Dictionary<string, string>();
        foreach (string name in passedOn)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                variables[name] = value;
            }
        }
        // Otherwise each killed worker leaves three files in the temporary folder.
        variables["DOTNET_EnableDiagnostics"] = "0";
        variables["DOTNET_GCHeapHardLimit"] = HeapLimit;
        variables["DOTNET_gcConcurrent"] = "0";
        variables["DOTNET_NOLOGO"] = "1";
        QuickSwitch.AskFor(variables);
        return variables;
    }
}
