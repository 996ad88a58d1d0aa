using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Cli.Watching;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata watch [KATA]</c>: every save is graded.</summary>
internal sealed class WatchVerb : IVerb
{
    private readonly Argument<string?> _kata = new("KATA")
    {
        Description = "The kata to watch; whichever is saved when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "watch",
            "Grades a kata each time you save it, until you press q or Ctrl-C, or the input ends.",
            "./kata watch",
            "./kata watch SemaphoreRooms"
        )
        {
            _kata,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings here, CancellationToken cancellation)
    {
        var catalogue = Catalogue.Read(here.Repository);
        foreach (var fault in catalogue.Faults)
        {
            here.Error.WriteDrawing(fault);
        }
        var only = parsed.GetValue(_kata) is { } name ? catalogue.Find(name) : null;
        using var compiler = here.EarlyCompiler();
        return await new WatchSession(here, catalogue, compiler, only).RunAsync(cancellation);
    }
}
