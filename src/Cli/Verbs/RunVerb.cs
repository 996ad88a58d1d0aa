using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Running;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata run KATA</c>: the student's program once, for real, without any test.</summary>
internal sealed class RunVerb : IVerb
{
    private readonly Argument<string> _kata = new("KATA") { Description = "The kata to run." };

    private readonly Argument<string[]> _arguments = new("ARGS")
    {
        Description = "Values for the entry method, in order or as name=value; those of kata.json when left out.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "run",
            "Runs your program once, for real, and shows its marks and output as they come.",
            "./kata run SemaphoreRooms",
            "./kata run SemaphoreRooms guests=8 rooms=2"
        )
        {
            _kata,
            _arguments,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var here = surroundings();
                var kata = Catalogue.Read(here.Repository).Find(parsed.GetRequiredValue(_kata));
                var arguments = KataArguments.Fit(kata, parsed.GetRequiredValue(_arguments));
                IKataRunner runner = new WorkerRunner(here);
                return runner.RunAsync(kata, arguments, cancellation);
            }
        );
        return command;
    }
}
