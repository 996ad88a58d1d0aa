using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Running;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata run KATA</c>: the student's program once, for real, without any test.</summary>
internal sealed class RunVerb : IVerb
{
    // An hour. Timers have a limit of their own, far above.
    private const int LongestWait = 3600;

    private readonly Argument<string> _kata = new("KATA") { Description = "The kata to run." };

    private readonly Argument<string[]> _arguments = new("ARGS")
    {
        Description = "Values for the entry method, in order or as name=value; those of kata.json when left out.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _debug = new("--debug")
    {
        Description = "Let every process wait at its beginning, and say how to attach a debugger to it.",
    };

    private readonly Option<int?> _wait = new("--wait")
    {
        Description = "With --debug: let each process go on after this time even if no key is pressed.",
        HelpName = "SECONDS",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "run",
            "Runs your program once, for real, and shows its marks and output as they come.",
            "./kata run SemaphoreRooms",
            "./kata run SemaphoreRooms guests=8 rooms=2",
            "./kata run SemaphoreRooms guests=2 --debug"
        )
        {
            _kata,
            _arguments,
            _debug,
            _wait,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var here = surroundings();
                var kata = Catalogue.Read(here.Repository).Find(parsed.GetRequiredValue(_kata));
                var arguments = KataArguments.Fit(kata, parsed.GetRequiredValue(_arguments));
                IKataRunner runner = new WorkerRunner(here);
                return runner.RunAsync(kata, arguments, Options(parsed, here), cancellation);
            }
        );
        return command;
    }

    private RunOptions Options(ParseResult parsed, Surroundings here)
    {
        var debug = parsed.GetValue(_debug);
        var wait = parsed.GetValue(_wait);
        if (wait is not null && !debug)
        {
            throw new UserError("--wait says how long processes wait for a debugger; it needs --debug.");
        }
        if (wait is < 0 or > LongestWait)
        {
            throw new UserError($"--wait is {wait}. Give a number of seconds, from 0 to {LongestWait}.");
        }
        if (debug && wait is null && !here.Keyboard.IsTerminal)
        {
            throw new UserError(
                "With --debug every process waits until a key is pressed, but the standard input is no terminal. "
                    + "Say how long to wait: --debug --wait SECONDS"
            );
        }
        return new RunOptions(debug, wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }
}
