using System.Diagnostics;
using System.Globalization;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>Starts a process of one side or the other for each number.</summary>
internal sealed class Sides(Options options)
{
    private const string Processor = "0";

    private readonly string _script = Path.Combine(AppContext.BaseDirectory, "Multiprocessing", "rows.py");
    private readonly string _program = typeof(Sides).Assembly.Location;

    /// <summary>What the interpreter says that it is.</summary>
    public string PythonVersion() =>
        Start(
            options.Python,
            "-c",
            "import platform; print(platform.python_implementation(), platform.python_version())"
        );

    /// <summary>The row in Python.</summary>
    public double Python(Row row) => Number(Start(options.Python, [_script, row.Name, Scale, .. Pinned(row)]));

    /// <summary>The row in C#.</summary>
    public double Ours(Row row) => Number(Start(Host, ["exec", _program, "row", row.Name, Scale, .. Pinned(row)]));

    private static string Host =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private string Scale => options.Scale.ToString("R", CultureInfo.InvariantCulture);

    private static string[] Pinned(Row row) => row.IsPinned ? [Processor] : [];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}; what it said is above. Run that "
                    + "line by itself to look closer."
            );
    }
}
