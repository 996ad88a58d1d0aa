using System.CommandLine;
using System.CommandLine.Invocation;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Verbs;

namespace ConcurrencyKatas.Cli;

/// <summary>Chooses the verb, and turns every failure into a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line to its exit code. The surroundings are looked at only when a verb needs them.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Func<Surroundings> surroundings,
        CancellationToken cancellation,
        InvocationConfiguration? invocation = null
    )
    {
        invocation ??= new InvocationConfiguration();
        invocation.EnableDefaultExceptionHandler = false;
        invocation.ProcessTerminationTimeout = null;
        try
        {
            var parsed = Root(surroundings).Parse(arguments.Count == 0 ? ["--help"] : arguments);
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            {
                Complain(parsed, invocation.Error);
                return ExitCodes.BadInput;
            }
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (UserError e)
        {
            invocation.Error.WriteLine(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            invocation.Error.WriteLine("Interrupted.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            invocation.Error.WriteLine(e.Message);
            return ExitCodes.CouldNotGrade;
        }
    }

    private static void Complain(ParseResult parsed, TextWriter errors)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens is [var typed, ..])
        {
            var near = Suggestion.Nearest(typed, command.Subcommands.Select(c => c.Name));
            errors.WriteLine($"There is no verb '{typed}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
        }
        else
        {
            foreach (var error in parsed.Errors)
            {
                errors.WriteLine(error.Message);
            }
        }
        errors.WriteLine($"See {VerbCommand.Path(parsed.CommandResult)} --help.");
    }

    /// <summary>The whole grammar.</summary>
    public static RootCommand Root(Func<Surroundings> surroundings)
    {
        var root = new RootCommand(
            "Concurrency katas for C#: edit one file, and hidden tests judge every interleaving."
        );
        foreach (var option in root.Options.OfType<VersionOption>().ToList())
        {
            root.Options.Remove(option);
        }
        IVerb[] verbs =
        [
            new ListVerb(),
            new NextVerb(),
            new WatchVerb(),
            new TestVerb(),
            new HintVerb(),
            new RunVerb(),
            new ReplayVerb(),
            new PlayVerb(),
            new ResetVerb(),
            new SolutionVerb(),
            new GradeVerb(),
            new ReportVerb(),
            new CheckVerb(),
            new NewVerb(),
            new CoverageVerb(),
            new MutateVerb(),
            new DetectVerb(),
            new StrengthVerb(),
            new BenchVerb(),
        ];
        foreach (var verb in verbs)
        {
            root.Add(verb.Command(surroundings));
        }
        VerbCommand.ShowExamples(root);
        return root;
    }
}
