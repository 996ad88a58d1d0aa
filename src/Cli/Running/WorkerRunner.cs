using System.Globalization;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Cli.Running;

/// <summary>Compiles the student's kata and runs it once in real processes, printing marks as they come.</summary>
internal sealed class WorkerRunner(Surroundings surroundings) : IKataRunner
{
    private readonly Dictionary<int, string> _names = [];

    private DebugSession? _debug;

    public Task<int> RunAsync(
        Kata kata,
        IReadOnlyList<string> arguments,
        RunOptions options,
        CancellationToken cancellation
    ) => Task.Run(() => Run(kata, arguments, options, cancellation), CancellationToken.None);

    private int Run(Kata kata, IReadOnlyList<string> arguments, RunOptions options, CancellationToken cancellation)
    {
        string root = surroundings.Repository.Root;
        var definition = KataDefinition.Load(root, kata.Name);
        using var compiler = new CompilerClient(Path.Combine(surroundings.Repository.Artifacts, "compiled"));
        var source = SubmissionSource.Read(definition.Folder, definition);
        var result = compiler.Compile(root, definition, source);
        // Only then, so that complaints name the files as a student knows them.
        if (result.Compiled is not null && options.Debug)
        {
            result = compiler.Compile(root, definition, WithWholePaths(source, kata));
        }
        if (result.Compiled is not { } compiled)
        {
            foreach (var d in result.Diagnostics)
            {
                var file = surroundings.Repository.Relative(kata.FullPath(d.File));
                surroundings.Error.WriteDrawing($"{file}({d.Line},{d.Column}): {d.Id}: {d.Message}");
            }
            return ExitCodes.Failed;
        }
        using var debug = options.Debug ? new DebugSession(surroundings, options.Wait, cancellation) : null;
        _debug = debug;
        debug?.Introduce(kata);
        object?[] values = [.. arguments.Select((text, i) => Value(kata.Parameters[i].Type, text))];
        int exitCode = RealRunner.Watch(
            compiled,
            definition,
            values,
            Show,
            cancellation,
            debug?.Folder,
            main => debug?.Add(main, "main")
        );
        return cancellation.IsCancellationRequested ? ExitCodes.Interrupted
            : exitCode == 0 ? ExitCodes.Passed
            : ExitCodes.Failed;
    }

    private void Show(LoggedEvent seen)
    {
        if (seen.Kind == OperationKind.Begin)
        {
            _names[seen.Pid] = seen.Text;
        }
        else if (seen.Kind == OperationKind.Start)
        {
            _names[(int)seen.Argument] = seen.Text;
        }
        string? what = seen.Kind switch
        {
            OperationKind.Start => $"starts {seen.Text} (process {seen.Argument})",
            OperationKind.Mark => seen.Text.Replace("\t", ": ", StringComparison.Ordinal),
            OperationKind.Remains => string.Create(
                CultureInfo.InvariantCulture,
                $"leaves {_names.GetValueOrDefault((int)seen.Argument, $"process {seen.Argument}")} in the process table: {Remains(seen)}"
            ),
            OperationKind.End => $"ended with exit code {seen.Argument}",
            _ => null,
        };
        if (what is not null)
        {
            string who = _names.GetValueOrDefault(seen.Pid, $"process {seen.Pid}");
            surroundings.Out.WriteDrawing($"{who, -12} {what}");
        }
        if (seen.Kind == OperationKind.Start)
        {
            _debug?.Add((int)seen.Argument, seen.Text);
        }
    }

    private static string Remains(LoggedEvent seen) => seen.Text == "Z" ? "a zombie" : "it still runs";

    // A debugger finds the lines of a breakpoint by the path of its file.
    private static SubmissionSource WithWholePaths(SubmissionSource source, Kata kata) =>
        source with
        {
            Edit = [.. source.Edit.Select(f => f with { Name = kata.FullPath(f.Name) })],
        };

    private static object? Value(string type, string text) =>
        type switch
        {
            "int" => int.Parse(text, CultureInfo.InvariantCulture),
            "long" => long.Parse(text, CultureInfo.InvariantCulture),
            "double" => double.Parse(text, CultureInfo.InvariantCulture),
            "bool" => bool.Parse(text),
            _ => text,
        };
}
