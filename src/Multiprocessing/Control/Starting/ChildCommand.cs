using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Control;

/// <summary>
/// How the program of a child is called: the worker under the configuration and the dependencies of the program that
/// this process runs, so that the child finds what the parent finds.
/// </summary>
internal static class ChildCommand
{
    /// <summary>The argument that says "you are a child"; the parent's process id follows.</summary>
    public const string Flag = "--child";

    private const string WorkerKey = "ConcurrencyKatas.Worker";
    private const string WorkerFile = "ConcurrencyKatas.Worker.dll";

    private static readonly Lazy<string> s_host = new(FindHost);
    private static readonly Lazy<string[]> s_prefix = new(FindPrefix);

    /// <summary>The <c>dotnet</c> of the runtime that this process runs on.</summary>
    public static string Host => s_host.Value;

    public static IReadOnlyList<string> Arguments =>
        With(Flag, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The arguments under which the worker's program does something else.</summary>
    public static IReadOnlyList<string> With(params IEnumerable<string> arguments) => [.. s_prefix.Value, .. arguments];

    /// <summary>
    /// This process's environment, without the debugging channel: a killed process would leave its files behind. A run
    /// that may be debugged keeps it.
    /// </summary>
    public static Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }
        variables["DOTNET_EnableDiagnostics"] = DebugGate.Exists ? "1" : "0";
        return variables;
    }

    private static string FindHost()
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        string beside = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(beside) ? beside : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    }

    private static string[] FindPrefix()
    {
        string worker =
            AppContext.GetData(WorkerKey) as string
            ?? Path.Combine(Path.GetDirectoryName(typeof(ChildCommand).Assembly.Location) ?? "", WorkerFile);
        if (!File.Exists(worker))
        {
            throw new FileNotFoundException(
                $"The program that children run, {worker}, is missing. Refer to the Worker project, so that it is copied beside "
                    + $"ConcurrencyKatas.Multiprocessing.dll, or name its path in the AppContext data {WorkerKey}."
            );
        }
        string dependencies = Path.ChangeExtension(worker, ".deps.json");
        string configuration = Path.ChangeExtension(worker, ".runtimeconfig.json");
        if (Application() is var (theirs, its))
        {
            (dependencies, configuration) = (theirs, its);
        }
        return ["exec", "--runtimeconfig", configuration, "--depsfile", dependencies, worker];
    }

    // The host tells which dependency files it was given, the application's first. A test host or a single file may
    // have none of its own; then the worker's serve.
    private static (string Dependencies, string Configuration)? Application()
    {
        string[] given = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';');
        string dependencies = given[0];
        string configuration = dependencies.Replace(".deps.json", ".runtimeconfig.json", StringComparison.Ordinal);
        return dependencies.Length > 0 && File.Exists(dependencies) && File.Exists(configuration)
            ? (dependencies, configuration)
            : null;
    }
}
