using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Playing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata play KATA</c>: the student chooses which process moves next, and tries to break a claim.</summary>
internal sealed class PlayVerb : IVerb
{
    private readonly Argument<string> _kata = new("KATA") { Description = "The kata to play." };

    private readonly Option<string?> _size = new("--size")
    {
        Description =
            "The size to play, such as '3 guests', or a part of its name; the first one that is proved when left out.",
        HelpName = "SIZE",
    };

    private readonly Option<string?> _submission = new("--submission")
    {
        Description = "The submission to play; katas/ when left out.",
        HelpName = "DIR",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "play",
            "You choose which process of your program moves next: try to make it break a claim.",
            "./kata play TicketOffice",
            "./kata play TicketOffice --size \"2 tickets\"",
            "echo 1 1 2 2 a q | ./kata play TicketOffice"
        )
        {
            _kata,
            _size,
            _submission,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, Surroundings here, CancellationToken cancellation)
    {
        var catalogue = Catalogue.Read(here.Repository);
        var kata = catalogue.Find(parsed.GetRequiredValue(_kata));
        var typed = parsed.GetValue(_submission);
        var request = typed is not null
            ? Submissions.Read(typed, here.WorkingDirectory, [kata], catalogue)
            : GradersRequest.OfStudent(here.Repository, [kata]);
        return new PlayGame(here, kata, request.Submissions[0], typed).RunAsync(parsed.GetValue(_size), cancellation);
    }
}
