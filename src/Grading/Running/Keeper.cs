using System.Globalization;
using System.IO.Pipes;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// A shell around the main process of an enclosed run: it tells main's exit code and stays. Without it the place, and with
/// it everything that main left behind, would end with main, and nobody could say what was left.
/// </summary>
internal sealed class Keeper : IDisposable
{
    /// <summary>The shell's process id inside, and so main's parent.</summary>
    public const int Pid = 2;

    private const int Descriptor = 9;

    // Descriptor 5 is main's sentinel: it ends with us, also when bubblewrap, early in its preparations, does not.
    // Neither the exit code's pipe nor what the shell itself has to say about a signal is for main.
    private const string Script =
        """exec 7>&2 2>/dev/null; "$@" 2>&7 7>&- 9>&-; echo $? >&9; exec 1>&- 7>&- 9>&-; read -r _ <&5; kill -9 -1""";

    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.In, HandleInheritability.None);
    private Task<int?>? _exitCode;

    /// <summary>The shell that starts a program.</summary>
    public SpawnRequest Around(SpawnRequest request) =>
        request with
        {
            FileName = "/bin/sh",
            Arguments = ["-c", Script, "sh", request.FileName, .. request.Arguments],
            Descriptors =
            [
                .. request.Descriptors,
                new((int)_pipe.ClientSafePipeHandle.DangerousGetHandle(), Descriptor),
            ],
        };

    /// <summary>To be called once the shell has been started.</summary>
    public void Follow()
    {
        _pipe.DisposeLocalCopyOfClientHandle();
        _exitCode = Task.Factory.StartNew(Read, TaskCreationOptions.LongRunning);
    }

    /// <summary>Waits until main has ended, or the shell was killed.</summary>
    public bool WaitForExit(TimeSpan timeout) => _exitCode!.Wait(timeout);

    /// <summary>Main's exit code, −signal; null when it was killed with the shell. Only once nobody runs any more.</summary>
    public int? ExitCode() => _exitCode!.Result;

    /// <inheritdoc/>
    public void Dispose()
    {
        _exitCode!.Wait();
        _pipe.Dispose();
    }

    private int? Read()
    {
        using var reader = new StreamReader(_pipe, leaveOpen: true);
        return int.TryParse(reader.ReadLine(), CultureInfo.InvariantCulture, out int code)
            ? EnclosedProcess.FromShell(code)
            : null;
    }
}
