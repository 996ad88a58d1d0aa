using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Where the executables lie that a grading starts: beside the graders.</summary>
internal static class WorkerFiles
{
    private static readonly string[] s_names = ["Worker", "Multiprocessing", "Marks", "Scheduling"];

    public static string Worker => Find(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll");

    /// <summary>All that a worker reads besides the system's files, for a place where nothing else is to be seen.</summary>
    public static IReadOnlyList<string> Needed { get; } =
    [
        .. s_names
            .SelectMany(name => Directory.EnumerateFiles(AppContext.BaseDirectory, $"ConcurrencyKatas.{name}.*"))
            .Where(file => Path.GetExtension(file) is ".dll" or ".json"),
        DotnetRoot,
    ];

    /// <summary>The program that runs assemblies.</summary>
    public static string Host =>
        Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet") is var host && File.Exists(host)
            ? host
            : "dotnet";

    private static string DotnetRoot =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    /// <summary>The path of a file that a build of the solution puts into a folder.</summary>
    /// <exception cref="FileNotFoundException">It is not there; the message says what to do.</exception>
    internal static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"'{path}' is missing. Build the solution again: dotnet build ConcurrencyKatas.sln",
                path
            );
    }
}
