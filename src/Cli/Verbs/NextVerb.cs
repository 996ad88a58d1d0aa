using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata next</c>: the kata to do next, and where to begin.</summary>
internal sealed class NextVerb : IVerb
{
    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "next",
            "Names the kata to do next, tells how its story begins and which file to open.",
            "./kata next"
        );
        command.SetAction(_ =>
        {
            var here = surroundings();
            NextView.Write(here.Out, here.Repository, Standing.Read(here.Repository, Catalogue.Read(here.Repository)));
            return ExitCodes.Passed;
        });
        return command;
    }
}
