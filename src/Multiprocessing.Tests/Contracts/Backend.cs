using System.Reflection;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>Where the program of a claim is run, and what its primitives are.</summary>
public abstract class Backend : IDisposable
{
    private const int Schedules = 12;

    private readonly string _objects;
    private readonly ProcessStage? _stage;

    private protected Backend(string objects, bool isControlled)
    {
        _objects = objects;
        _stage = isControlled ? new ProcessStage(Options, workers: 3) : null;
    }

    internal static StageOptions Options =>
        new()
        {
            Worker = Path.Combine(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll"),
            Processor = 0,
            WorkingDirectory = "/",
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
                ["DOTNET_EnableDiagnostics"] = "0",
            },
        };

    /// <summary>Runs a program: once for real, or under several schedules.</summary>
    /// <param name="program">A static method; it throws when its claim does not hold.</param>
    public void Run(Action<string> program)
    {
        if (_stage is null)
        {
            program(_objects);
            return;
        }
        Check(program.Method, [_objects], static run => run.Actors.All(static actor => actor.ExitCode == 0));
    }

    /// <summary>The same for a program of primitives that no manager has.</summary>
    public void Run(Action program) => Run(program, static run => run.Actors.All(static actor => actor.ExitCode == 0));

    /// <summary>The same for one whose children may end in other ways; that is among what it claims.</summary>
    public void RunMain(Action program) => Run(program, static run => run.Actors[0].ExitCode == 0);

    public void Dispose()
    {
        _stage?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Run(Action program, Predicate<Run> endedWell)
    {
        if (_stage is null)
        {
            program();
            return;
        }
        Check(program.Method, [], endedWell);
    }

    private void Check(MethodInfo program, object?[] arguments, Predicate<Run> endedWell)
    {
        _stage!.Stage(
            new StagedProgram(
                program.Module.FullyQualifiedName,
                $"{program.DeclaringType!.FullName}.{program.Name}",
                Wire.Encode(arguments)
            )
        );
        Check(static () => new RoundRobin(), endedWell);
        for (ulong seed = 1; seed < Schedules; seed++)
        {
            ulong same = seed;
            Check(() => new RandomWalk(same), endedWell);
        }
    }

    // Step by step, and granted ahead as far as the runs before have shown what will come: that must not make a difference.
    private void Check(Func<IStrategy> strategy, Predicate<Run> endedWell)
    {
        Run run = Arbiter.Run(_stage!, strategy());
        Check(run, endedWell);
        Assert.Equal(Steps(run), Steps(Arbiter.Run(_stage!, strategy)));
    }

    private static IEnumerable<object> Steps(Run run) =>
        run.Steps.Select(static step =>
            (object)
                (
                    step.Actor,
                    step.Operation with
                    {
                        Payload = null,
                    },
                    Convert.ToHexString(step.Operation.Payload ?? []),
                    step.Decision,
                    step.Object
                )
        );

    private static void Check(Run run, Predicate<Run> endedWell)
    {
        Assert.True(
            run.Ending == Ending.Completed && endedWell(run),
            $"{run.Strategy}: {run.Ending} {run.Detail}\n{TraceDrawing.Draw(run)}\n"
                + string.Concat(
                    run.Steps.Select(static step => step.Operation)
                        .Where(static o => o.Kind == OperationKind.Print)
                        .Select(static o => o.Text)
                )
        );
    }

    /// <summary>Real processes, shared memory.</summary>
    public sealed class Real() : Backend(Kit.Shared, isControlled: false);

    /// <summary>Real processes, a manager's server.</summary>
    public sealed class Managed() : Backend(Kit.Managed, isControlled: false);

    /// <summary>Under the arbiter, shared memory.</summary>
    public sealed class Controlled() : Backend(Kit.Shared, isControlled: true);

    /// <summary>Under the arbiter, a manager's objects.</summary>
    public sealed class ControlledManaged() : Backend(Kit.Managed, isControlled: true);
}
