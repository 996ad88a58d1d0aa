using System.ComponentModel;
using System.Diagnostics;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Runs a command of <c>dotnet</c>, with its output in a log, and ends it with everything it started when cancelled.</summary>
internal sealed class DotnetTool(string logs)
{
    private const int Tail = 30;

    /// <summary>The folder in which it runs.</summary>
    public required string Folder { get; init; }

    /// <summary>What its environment has beside ours; null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Runs it.</summary>
    /// <param name="log">The name of its log.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="arguments">What follows <c>dotnet</c>.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(string log, CancellationToken cancellation, params string[] arguments)
    {
        Directory.CreateDirectory(logs);
        using var process = Start(arguments);
        await using var writer = new StreamWriter(PathOf(log)) { AutoFlush = true };
        var copies = Task.WhenAll(CopyAsync(process.StandardOutput, writer), CopyAsync(process.StandardError, writer));
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        await copies;
        return process.ExitCode;
    }

    /// <summary>Runs it, and complains with the end of its log unless it succeeds.</summary>
    /// <exception cref="UserError">Its exit code is not 0.</exception>
    public async Task RequireAsync(string log, CancellationToken cancellation, params string[] arguments)
    {
        var code = await RunAsync(log, cancellation, arguments);
        if (code != 0)
        {
            throw Failed(log, arguments, $"ended with exit code {code}");
        }
    }

    /// <summary>The error that shows the end of a log.</summary>
    public UserError Failed(string log, IReadOnlyList<string> arguments, string what)
    {
        var last = string.Join('\n', File.ReadLines(PathOf(log)).TakeLast(Tail));
        return new UserError(
            $"'dotnet {string.Join(' ', arguments.Take(3))} …' {what}. The end of {PathOf(log)}:\n{last}",
            ExitCodes.CouldNotGrade
        );
    }

    private string PathOf(string log) => Path.Combine(logs, $"{log}.log");

    private System.Diagnostics.Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It is asked nothing: a question would wait for ever.
            RedirectStandardInput = true,
        };
        // No server of a build stays behind.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "true";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "true";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }
        try
        {
            var process = System.Diagnostics.Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new UserError(
                $"'dotnet' could not be started: {e.Message}. The .NET 10 SDK must be on the PATH.",
                ExitCodes.CouldNotGrade
            );
        }
    }

    private static async Task CopyAsync(StreamReader from, StreamWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (to)
            {
                to.WriteLine(line);
            }
        }
    }
}
