using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata replay TOKEN</c>: one schedule once more, drawn. It fails when the run goes another way.</summary>
internal sealed class ReplayVerb : IVerb
{
    private readonly Argument<string> _token = new("TOKEN") { Description = "The token that a failing test printed." };

    private readonly Option<string?> _submission = new("--submission")
    {
        Description = "The submission to replay it on; katas/ when left out.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _step = new("--step")
    {
        Description = "Shows one step at a time: any key the next one, b the one before, q ends.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "replay",
            "Runs one schedule again and draws it.",
            "./kata replay TOKEN",
            "./kata replay TOKEN --step",
            "./kata replay TOKEN --submission ../handed-in/group-7"
        )
        {
            _token,
            _submission,
            _step,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation)
    {
        var catalogue = Catalogue.Read(surroundings.Repository);
        var token = parsed.GetRequiredValue(_token);
        var kata = ReplayTokens.KataOf(token, catalogue);
        var request = parsed.GetValue(_submission) is { } typed
            ? Submissions.Read(typed, surroundings.WorkingDirectory, [kata], catalogue)
            : GradersRequest.OfStudent(surroundings.Repository, [kata]);
        request = request with
        {
            // A program that was handed out broken can be played, so that there are tokens of it.
            Submissions = [.. request.Submissions.Select(s => s with { GradeUntouched = true })],
            Replay = token,
        };
        var result = await ShownRun.RunAsync(surroundings, request, cancellation);
        foreach (var (_, report) in result.Katas)
        {
            if (
                parsed.GetValue(_step) && report.Claims.Select(claim => claim.Evidence).FirstOrDefault() is { } evidence
            )
            {
                await new StepView(surroundings.Out, surroundings.Keyboard, evidence).ShowAsync(cancellation);
            }
            ReplayView.Write(surroundings.Out, report);
        }
        return Graded.ExitCode(result);
    }
}
