using System.ComponentModel;
using System.Diagnostics;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>The running Graders: an xUnit executable in a process of its own, whose output goes to a log.</summary>
internal sealed class GradersProcess : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);
    private const int LogTail = 40;

    // The Graders end when their standard input does, so that they do not outlive a killed CLI.
    private const string Sentinel = "KATA_SENTINEL";

    private readonly System.Diagnostics.Process _process;
    private readonly StreamWriter _log;
    private readonly string _logPath;

    private GradersProcess(System.Diagnostics.Process process, string logPath)
    {
        _process = process;
        _logPath = logPath;
        _log = new StreamWriter(logPath) { AutoFlush = true };
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary><c>with exit code 3</c>, once it has ended.</summary>
    public string HowItEnded =>
        _process.ExitCode > 128 && !OperatingSystem.IsWindows()
            ? $"by signal {_process.ExitCode - 128}"
            : $"with exit code {_process.ExitCode}";

    /// <summary>Starts the Graders.</summary>
    /// <param name="command">How.</param>
    /// <param name="folder">Their job.</param>
    /// <param name="katas">The katas that are graded.</param>
    /// <param name="only">Which of their explicit classes to run instead of grading: <c>ReplayTests</c>.</param>
    public static GradersProcess Start(
        StartCommand command,
        JobFolder folder,
        IEnumerable<string> katas,
        string? only = null
    )
    {
        var start = new ProcessStartInfo(command.FileName)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] quiet = ["-noLogo", "-noColor", "-noAutoReporters"];
        foreach (var argument in command.Arguments.Concat(quiet))
        {
            start.ArgumentList.Add(argument);
        }
        var selection = only is not null
            ? ["-explicit", "only", "-class", $"*.{only}"]
            : katas.SelectMany(k => (string[])["-trait", $"Kata={k}"]);
        foreach (var argument in selection)
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment[Job.Variable] = folder.JobFile;
        start.Environment[Sentinel] = "1";
        // A killed process would leave the files of its debugging channel in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        QuickSwitch.AskFor(start.Environment!);
        try
        {
            return new GradersProcess(System.Diagnostics.Process.Start(start)!, folder.Log);
        }
        catch (Win32Exception e)
        {
            throw new UserError(
                $"The Graders could not be started with '{command.FileName}': {e.Message}. "
                    + "The .NET 10 SDK must be on the PATH.",
                ExitCodes.CouldNotGrade
            );
        }
    }

    /// <summary>Waits a moment for the end. Returns early, with false, when cancelled.</summary>
    public async Task<bool> EndedWithinAsync(TimeSpan time, CancellationToken cancellation)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        moment.CancelAfter(time);
        try
        {
            await _process.WaitForExitAsync(moment.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Says a line on its standard input; when it has ended already nobody hears it.</summary>
    public void Say(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // Whoever waits for the answer sees that it has ended.
            return;
        }
    }

    /// <summary>
    /// Ends it: first by closing its standard input, which lets it put away what it holds; then, if it does not
    /// listen, by killing it with every process it started.
    /// </summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        if (!await EndedWithinAsync(s_grace, CancellationToken.None))
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>The end of its log, for a report of a crash.</summary>
    public string LastWords()
    {
        lock (_log)
        {
            _log.Flush();
        }
        using var stream = new FileStream(_logPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0
            ? "It printed nothing."
            : $"The last lines of its log:\n{string.Join('\n', lines.TakeLast(LogTail))}";
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        _process.Dispose();
        lock (_log)
        {
            _log.Dispose();
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                try
                {
                    if (_log.BaseStream is { CanWrite: true })
                    {
                        _log.WriteLine(line);
                    }
                }
                catch (IOException)
                {
                    // A full disk, for instance: the log is for who looks for the cause of a crash.
                }
            }
        }
    }
}
