using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata test [KATA]</c>: the student's own katas, with the first failing run of each drawn.</summary>
internal sealed class TestVerb : IVerb
{
    private readonly Argument<string?> _kata = new("KATA")
    {
        Description = "The kata to test; every kata that you have started when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _prove = new("--prove")
    {
        Description = "Prove every configuration, however many runs that takes.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "test",
            "Tests what you wrote in katas/.",
            "./kata test SemaphoreRooms",
            "./kata test --prove"
        )
        {
            _kata,
            _prove,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation)
    {
        var catalogue = Catalogue.Read(surroundings.Repository);
        var name = parsed.GetValue(_kata);
        // It is under way before the Graders are: they wait for what it makes, and what is in the cache nobody makes.
        using var compiler = name is null ? null : surroundings.EarlyCompiler();
        _ = compiler?.CompileAsync(catalogue.Find(name!).Name);
        var request = GradersRequest.OfStudent(
            surroundings.Repository,
            name is null ? catalogue.Katas : [catalogue.Find(name)]
        );
        if (parsed.GetValue(_prove))
        {
            request = request with { ProofBudget = Grading.Jobs.Job.FullProof };
        }
        var tested = ProgressStore.Contents(request.Katas);
        var result = await ShownRun.RunAsync(surroundings, request, cancellation);
        // First: somebody waits for it.
        new TerminalReport(surroundings.Out, !surroundings.IsTerminal, focused: true).Write(result);
        ProgressStore.Remember(surroundings.Repository, result, tested);
        return Graded.ExitCode(result, forgiveNotStarted: name is null);
    }
}
