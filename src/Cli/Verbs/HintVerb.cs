using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata hint [KATA]</c>: one hint, and at each call the next one.</summary>
internal sealed class HintVerb : IVerb
{
    private readonly Argument<string?> _kata = new("KATA")
    {
        Description = "The kata; the one that you tested last, or the next one, when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _level = new("--level")
    {
        Description = "Show the hint of this level, from 1.",
        HelpName = "N",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Show every hint at once." };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "hint",
            "Shows a hint, first where to look, and the next one each time you ask again.",
            "./kata hint",
            "./kata hint SemaphoreRooms --level 2"
        )
        {
            _kata,
            _level,
            _all,
        };
        command.SetAction(parsed => Run(parsed, surroundings()));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings here)
    {
        var kata = Choose(here, parsed.GetValue(_kata));
        var level = parsed.GetValue(_level);
        if (parsed.GetValue(_all))
        {
            if (level is not null)
            {
                throw new UserError("--level asks for one hint and --all for every one. Give one of the two.");
            }
            HintView.WriteAll(here.Out, here.Repository, kata);
        }
        else if (level is { } wanted)
        {
            var count = Hints.Of(here.Repository, kata).Count;
            if (wanted < 1 || wanted > count)
            {
                throw new UserError(
                    $"--level is {wanted}, but {kata.Name} has {Words.Count(count, "hint")}. Give a number from 1 to {count}."
                );
            }
            HintView.Write(here.Out, here.Repository, kata, wanted);
        }
        else
        {
            HintView.WriteNext(here.Out, here.Repository, kata);
        }
        return ExitCodes.Passed;
    }

    private static Kata Choose(Surroundings here, string? name)
    {
        var catalogue = Catalogue.Read(here.Repository);
        return name is not null
            ? catalogue.Find(name)
            : Standing.Read(here.Repository, catalogue).AtHand
                ?? throw new UserError("Every kata is passed. Name the one that you want a hint for: ./kata hint KATA");
    }
}
