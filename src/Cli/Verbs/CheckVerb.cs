using System.CommandLine;
using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata check [KATA]</c>: proves katas before anybody sees them.</summary>
internal sealed class CheckVerb : IVerb
{
    private readonly Argument<string?> _kata = new("KATA")
    {
        Description = "The kata to check; all of them when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _accept = new("--accept")
    {
        Description = "First write pristine.json: accept the stub and Given as they are now.",
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "Grade everything again, even where nothing changed since the last check.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "check",
            "Proves katas: files, stub, solution, alternatives; every impostor is caught, every failure replays.",
            "./kata check SemaphoreRooms",
            "./kata check SemaphoreRooms --accept"
        )
        {
            _kata,
            _accept,
            _fresh,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellation)
    {
        var katas = Find(surroundings.Repository, parsed.GetValue(_kata));
        if (parsed.GetValue(_accept))
        {
            Accept(surroundings, katas);
        }
        var checker = new Checker(surroundings, (request, token) => ShownRun.RunAsync(surroundings, request, token));
        var outcome = await checker.CheckAsync(katas, parsed.GetValue(_fresh), cancellation);
        CheckView.Write(surroundings.Out, outcome, !surroundings.IsTerminal);
        return outcome switch
        {
            { Interrupted: true } => ExitCodes.Interrupted,
            { Faults.Count: > 0 } => ExitCodes.Failed,
            _ => ExitCodes.Passed,
        };
    }

    // Not from the catalogue: a kata with a broken kata.json, or without one, is what a check is for.
    private static IReadOnlyList<KataFolders> Find(Repository repository, string? name)
    {
        var all = KataFolders.All(repository);
        if (name is null)
        {
            return all;
        }
        if (all.FirstOrDefault(f => f.Name == name) is { } found)
        {
            return [found];
        }
        var near = Suggestion.Nearest(name, all.Select(f => f.Name));
        throw new UserError($"There is no kata '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
    }

    private static void Accept(Surroundings surroundings, IReadOnlyList<KataFolders> katas)
    {
        using var pristine = surroundings.Pristine();
        foreach (var folders in katas)
        {
            var kata = Catalogue.Read(surroundings.Repository).Find(folders.Name);
            var file = pristine.Accept(folders, kata);
            surroundings.Out.WriteDrawing($"Written: {surroundings.Repository.Relative(file)}");
        }
    }
}
