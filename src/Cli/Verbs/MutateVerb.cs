using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata mutate [KATA…]</c>: plants mistakes in the solutions and sees which the hidden tests catch.</summary>
internal sealed class MutateVerb : IVerb
{
    private const string Concurrency = "concurrency";
    private const string Stryker = "stryker";

    private readonly KataChoice _choice = new();

    private readonly Option<string?> _only = new("--only")
    {
        Description = "Only these mutants: 'concurrency', our own, or 'stryker'. Both when left out.",
        HelpName = "WHICH",
    };

    public MutateVerb() => _only.AcceptOnlyFromAmong(Concurrency, Stryker);

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "mutate",
            "Plants mistakes in the solutions and sees which of them the hidden tests catch; for maintainers. Needs minutes.",
            "./kata mutate SemaphoreRooms",
            "./kata mutate --only concurrency",
            "./kata mutate --shard 1/4"
        )
        {
            _choice.Katas,
            _choice.Shard,
            _only,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation)
    {
        TrustedBuild.Prepare(surroundings.Repository);
        var katas = _choice.Of(parsed, surroundings.Repository);
        var only = parsed.GetValue(_only);
        List<KataOutcomes> outcomes = [];
        if (only != Concurrency)
        {
            outcomes.AddRange(await new StrykerRun(surroundings).RunAsync(katas, cancellation));
        }
        if (only != Stryker)
        {
            var run = new ConcurrencyRun(
                surroundings,
                (request, token) => ShownRun.RunAsync(surroundings, request, token)
            );
            outcomes.AddRange(await run.RunAsync(katas, cancellation));
        }
        MutationView.Write(surroundings, outcomes);
        return outcomes switch
        {
            _ when outcomes.Any(o => o.Count(OutcomeStatus.RuntimeError) > 0) => ExitCodes.CouldNotGrade,
            _ when outcomes.Any(o => o.Count(OutcomeStatus.Survived) > 0) => ExitCodes.Failed,
            _ => ExitCodes.Passed,
        };
    }
}
