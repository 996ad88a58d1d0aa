using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Publishing;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata grade SUBMISSION</c>: everything is explored and proved; every failure is shown in full.</summary>
internal sealed class GradeVerb : IVerb
{
    private readonly Argument<string> _submission = new("SUBMISSION")
    {
        Description = "A folder that holds one folder per kata, or the files of one kata.",
    };

    private readonly Option<string[]> _katas = new("--kata")
    {
        Description = "Grade this kata only; may be given several times.",
        HelpName = "KATA",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description =
            "Also write the report into this folder: as JSON, HTML, Markdown, JUnit, for GitHub Classroom, and each failing run.",
        HelpName = "DIR",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "grade",
            "Grades a submission: hidden tests, full proofs, points.",
            "./kata grade solutions",
            "./kata grade ../handed-in/group-7 --kata SemaphoreRooms --output results/group-7"
        )
        {
            _submission,
            _katas,
            _output,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation)
    {
        var catalogue = Catalogue.Read(surroundings.Repository);
        var typed = parsed.GetRequiredValue(_submission);
        var names = parsed.GetRequiredValue(_katas);
        var wanted = names.Length == 0 ? [] : Graded.Katas(catalogue, names);
        var request = Submissions.Read(typed, surroundings.WorkingDirectory, wanted, catalogue);
        var result = await ShownRun.RunAsync(surroundings, request, cancellation);
        new TerminalReport(surroundings.Out, !surroundings.IsTerminal, focused: false, typed).Write(result);
        if (parsed.GetValue(_output) is { } output)
        {
            ReportFiles.Write(
                surroundings.FullPath(output),
                result.ToReport(),
                new PublishingOptions { Submission = typed }
            );
        }
        return Graded.ExitCode(result);
    }
}
