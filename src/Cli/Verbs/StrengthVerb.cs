using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Strength.Pages;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata strength</c>: one page about how strong the hidden tests are, of what the other commands have left.</summary>
internal sealed class StrengthVerb : IVerb
{
    private readonly Option<bool> _public = new("--public")
    {
        Description = "Leave out what was changed where, so that no line of a solution or a test is in it.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "strength",
            "Writes one page of what './kata coverage', 'mutate' and 'detect' have measured; for maintainers.",
            "./kata strength",
            "./kata strength --public"
        )
        {
            _public,
        };
        command.SetAction(parsed => Run(parsed, surroundings()));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        var folder = StrengthFolder.Of(surroundings.Repository);
        var report = StrengthPages.Read(folder, Catalogue.Read(surroundings.Repository).Katas);
        StrengthPages.Write(folder, parsed.GetValue(_public) ? report.ToPublic() : report);
        surroundings.Out.WriteDrawing(StrengthSummary.Of(report));
        surroundings.Out.WriteDrawing($"Written: {surroundings.Repository.Relative(folder.Page("{html,md,json}"))}");
        return report.IsSound ? ExitCodes.Passed : ExitCodes.Failed;
    }
}
