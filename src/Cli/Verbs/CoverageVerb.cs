using System.CommandLine;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata coverage</c>: what is run of the solutions when they are graded, and of our rooms by their tests.</summary>
internal sealed class CoverageVerb : IVerb
{
    private readonly Option<string?> _only = new("--only")
    {
        Description = "Measure this only: 'solutions' or 'src'. Both when left out.",
        HelpName = "WHAT",
    };

    public CoverageVerb() => _only.AcceptOnlyFromAmong("solutions", "src");

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "coverage",
            "Measures coverage, through every process; for maintainers. Needs minutes, and no network once restored.",
            "./kata coverage",
            "./kata coverage --only solutions"
        )
        {
            _only,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation)
    {
        var only = parsed.GetValue(_only);
        var summary = await new CoverageRun(surroundings).RunAsync(only != "src", only != "solutions", cancellation);
        return CoverageView.Write(surroundings, summary, only) ? ExitCodes.Passed : ExitCodes.Failed;
    }
}
