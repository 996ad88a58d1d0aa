using System.Globalization;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// Runs a kata once for real: a fresh main process, whose children are real processes too. Everything that it started is
/// ended with it, also when the grader itself is killed.
/// </summary>
public static class RealRunner
{
    private const long LogLength = 4L * 1024 * 1024;

    // A watchdog, never a verdict: schedules that get stuck were found under control before anything is run for real.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a size and waits for its end.</summary>
    /// <exception cref="CouldNotGradeException">It did not end, or its main process could not be started.</exception>
    public static RealRun Run(CompiledKata kata, KataDefinition definition, Size size)
    {
        using var memory = SharedMemory.Create(Session.SegmentLength + LogLength);
        Session.Initialise(memory, LogLength);
        StagedProgram program = Programs.Of(kata, definition, size);
        using var sentinel = Sentinel.Create();
        using ChildHandle main = ProcessSpawner.Spawn(Request(program, memory, sentinel));
        using var output = new CapturedOutput(main);
        bool ended = main.WaitForExit(s_patience);
        int[] leftovers = ended ? ProcessGroup.Members(main.Pid) : [];
        main.KillGroup();
        main.WaitForExit(Timeout.InfiniteTimeSpan);
        main.TryReap(out int exitCode);
        if (!ended)
        {
            throw new CouldNotGradeException(
                $"{definition.Slug} with {size.Name} did not end for real within {s_patience.TotalSeconds:0} s although every explored schedule ends."
            );
        }
        return RealRunReader.Read(EventLog.Read(memory), size, exitCode, leftovers, output.Text());
    }

    private static SpawnRequest Request(StagedProgram program, SharedMemory memory, Sentinel sentinel) =>
        new()
        {
            FileName = "dotnet",
            Arguments =
            [
                "exec",
                WorkerFiles.Worker,
                "--real",
                Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                memory.Length.ToString(CultureInfo.InvariantCulture),
                program.Assembly,
                program.Entry,
                Convert.ToBase64String(program.Arguments),
            ],
            Environment = Confinement.Environment,
            WorkingDirectory = Confinement.Folder,
            Descriptors = [new(memory.Descriptor, 3), new(sentinel.ReadEnd, 5)],
            ProcessGroup = 0,
            Output = SpawnOutput.Pipe,
        };
}
