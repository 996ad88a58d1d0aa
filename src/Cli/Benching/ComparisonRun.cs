using System.Diagnostics;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Benching;

/// <summary>Builds the benchmarks, which nothing else needs, and runs the comparison with CPython.</summary>
internal sealed class ComparisonRun(Surroundings surroundings)
{
    /// <summary>Where the table is kept, from the root of the repository.</summary>
    public const string Page = "docs/benchmarks/multiprocessing.md";

    private const string Project = "src/Benchmarks/Benchmarks.csproj";

    /// <summary>Runs it.</summary>
    /// <param name="python">The Python that was asked for.</param>
    /// <param name="options">What goes on to the program.</param>
    /// <param name="keep">Whether to keep the table.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string? python, string[] options, bool keep, CancellationToken cancellation)
    {
        string program = PythonProgram.Find(
            python,
            surroundings.WorkingDirectory,
            Environment.GetEnvironmentVariable("PATH")
        );
        var root = surroundings.Repository.Root;
        string project = Path.Combine(root, Project);
        if (!File.Exists(project))
        {
            throw new UserError(
                $"{Project} is missing: the benchmarks are not part of a starter. Run this in a clone of the course."
            );
        }
        surroundings.Error.WriteDrawing("Building the benchmarks…");
        var build = await StartAsync(
            root,
            ["build", project, "-c", "Release", "-nologo", "-v", "quiet", "-nodeReuse:false"],
            cancellation
        );
        if (build != 0)
        {
            surroundings.Error.WriteDrawing(
                "The benchmarks could not be built; nothing was measured. What is wrong is above."
            );
            return ExitCodes.CouldNotGrade;
        }
        string benchmarks = Path.Combine(
            surroundings.Repository.Artifacts,
            "bin",
            "Benchmarks",
            "release",
            "ConcurrencyKatas.Benchmarks.dll"
        );
        string[] kept = keep ? ["--keep", Path.Combine(root, Page)] : [];
        var measured = await StartAsync(
            root,
            ["exec", benchmarks, "multiprocessing", "--python", program, .. options, .. kept],
            cancellation
        );
        return measured == 0 ? ExitCodes.Passed : ExitCodes.CouldNotGrade;
    }

    private async Task<int> StartAsync(string root, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(surroundings.Graders.FileName, arguments) { WorkingDirectory = root };
        using var process = System.Diagnostics.Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }
}
