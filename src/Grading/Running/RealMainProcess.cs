using System.Globalization;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// The main process of a run for real, with the session that it and its children share. Whoever disposes of it, or dies,
/// ends them all.
/// </summary>
internal sealed class RealMainProcess : IDisposable
{
    private const long LogLength = 4L * 1024 * 1024;

    private readonly SharedMemory _memory = SharedMemory.Create(Session.SegmentLength + LogLength);
    private readonly Sentinel _sentinel = Sentinel.Create();

    /// <summary>Starts it.</summary>
    /// <param name="program">What it runs.</param>
    /// <param name="output">Where its output goes.</param>
    /// <param name="environment">What it gets instead of the environment of a confined process.</param>
    public RealMainProcess(
        StagedProgram program,
        SpawnOutput output,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        Session.Initialise(_memory, LogLength);
        Handle = ProcessSpawner.Spawn(
            new SpawnRequest
            {
                FileName = "dotnet",
                Arguments =
                [
                    "exec",
                    WorkerFiles.Worker,
                    "--real",
                    Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                    _memory.Length.ToString(CultureInfo.InvariantCulture),
                    program.Assembly,
                    program.Entry,
                    Convert.ToBase64String(program.Arguments),
                ],
                Environment = environment ?? Confinement.Environment,
                WorkingDirectory = Confinement.Folder,
                Descriptors = [new(_memory.Descriptor, 3), new(_sentinel.ReadEnd, 5)],
                ProcessGroup = 0,
                Output = output,
            }
        );
    }

    /// <summary>The process.</summary>
    public ChildHandle Handle { get; }

    /// <summary>What all processes have recorded so far.</summary>
    public IReadOnlyList<LoggedEvent> Events => EventLog.Read(_memory);

    /// <summary>Ends every process of the run and waits for main.</summary>
    /// <returns>Main's exit code.</returns>
    public int End()
    {
        Handle.KillGroup();
        Handle.WaitForExit(Timeout.InfiniteTimeSpan);
        Handle.TryReap(out int exitCode);
        return exitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        Handle.Dispose();
        _sentinel.Dispose();
        _memory.Dispose();
    }
}
