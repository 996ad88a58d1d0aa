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
    private readonly Keeper? _keeper;
    private readonly EnclosedProcess _process;

    /// <summary>Starts it.</summary>
    /// <param name="program">What it runs.</param>
    /// <param name="output">Where its output goes.</param>
    /// <param name="debugGate">
    /// The folder of a <see cref="DebugGate"/>: then it is not enclosed, so that debuggers reach it under its process id.
    /// </param>
    public RealMainProcess(StagedProgram program, SpawnOutput output, string? debugGate)
    {
        Session.Initialise(_memory, LogLength);
        Enclosure? enclosure = debugGate is null
            ? Confinement.EnclosureWith(program.Assembly, Path.ChangeExtension(program.Assembly, ".pdb"))
            : null;
        _keeper = enclosure is null ? null : new Keeper();
        var request = new SpawnRequest
        {
            FileName = WorkerFiles.Host,
            Arguments =
            [
                "exec",
                WorkerFiles.Worker,
                "--real",
                (_keeper is null ? Environment.ProcessId : Keeper.Pid).ToString(CultureInfo.InvariantCulture),
                _memory.Length.ToString(CultureInfo.InvariantCulture),
                program.Assembly,
                program.Entry,
                Convert.ToBase64String(program.Arguments),
            ],
            Environment = debugGate is null ? Confinement.Environment : Confinement.Debuggable(debugGate),
            WorkingDirectory = Confinement.Folder,
            Descriptors = [new(_memory.Descriptor, 3), new(_sentinel.ReadEnd, 5)],
            ProcessGroup = 0,
            Output = output,
        };
        _process = EnclosedProcess.Start(_keeper?.Around(request) ?? request, enclosure);
        _keeper?.Follow();
    }

    /// <summary>The process that we started: main, or bubblewrap around it.</summary>
    public ChildHandle Handle => _process.Handle;

    /// <summary>What all processes have recorded so far.</summary>
    public IReadOnlyList<LoggedEvent> Events => EventLog.Read(_memory);

    /// <summary>Waits until main has ended.</summary>
    public bool WaitForExit(TimeSpan timeout) => _keeper?.WaitForExit(timeout) ?? Handle.WaitForExit(timeout);

    /// <summary>Ids of processes that still run, once main has ended.</summary>
    public int[] Leftovers() =>
        _keeper is null ? Handle.GroupMembers() : ProcessGroup.InPlaceOf(_process.First, Keeper.Pid);

    /// <summary>Ends every process of the run and waits for main.</summary>
    /// <returns>Main's exit code.</returns>
    public int End()
    {
        if (_keeper is null)
        {
            Handle.KillGroup();
            Handle.WaitForExit(Timeout.InfiniteTimeSpan);
        }
        else
        {
            _process.Kill();
        }
        _process.TryReap(out int exitCode);
        return _keeper?.ExitCode() ?? exitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        _process.Dispose();
        _keeper?.Dispose();
        _sentinel.Dispose();
        _memory.Dispose();
    }
}
