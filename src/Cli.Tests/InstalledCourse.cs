using System.Diagnostics;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>A test course with the built CLI and the fake graders in its artifacts folder.</summary>
internal sealed class InstalledCourse : IDisposable
{
    public InstalledCourse()
    {
        foreach (var room in (string[])["Cli", "Graders"])
        {
            Directory.CreateDirectory(Folder(room));
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
            {
                var name = Path.GetFileName(file);
                string[] parts =
                [
                    "kata.",
                    "ConcurrencyKatas.",
                    "Spectre.",
                    "System.CommandLine.",
                    "Mono.Cecil",
                    "Microsoft.CodeAnalysis",
                ];
                if (parts.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
                {
                    File.Copy(file, Path.Combine(Folder(room), name));
                }
            }
        }
    }

    public TestCourse Course { get; } = new();

    /// <summary>The built CLI.</summary>
    public string CommandLine => Path.Combine(Folder("Cli"), "kata.dll");

    public System.Diagnostics.Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", CommandLine, .. arguments])
        {
            WorkingDirectory = Course.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // As the launcher does: some of these are killed, and would leave files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return System.Diagnostics.Process.Start(start)!;
    }

    public void Dispose() => Course.Dispose();

    private string Folder(string room) => Course.PathOf($"artifacts/bin/{room}/release");
}
