using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Scaffolding;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata new KATA</c> and <c>./kata new impostor KATA NAME</c>: the files an author begins with.</summary>
internal sealed class NewVerb : IVerb
{
    private readonly Argument<string> _kata = new("KATA")
    {
        Description = "Its name, as PascalCase: the folder's name.",
    };

    private readonly Argument<string> _victim = new("KATA") { Description = "The kata it pretends to solve." };

    private readonly Argument<string> _name = new("NAME")
    {
        Description = "How it is wrong, in lower-case-with-dashes: released-before-leaving.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var impostor = new VerbCommand(
            "impostor",
            "Adds an impostor: a plausible wrong submission that the hidden tests must catch.",
            "./kata new impostor SemaphoreRooms released-before-leaving"
        )
        {
            _victim,
            _name,
        };
        impostor.SetAction(parsed =>
        {
            var here = surroundings();
            var kata = Catalogue.Read(here.Repository).Find(parsed.GetRequiredValue(_victim));
            Show(here, ImpostorScaffold.Create(here.Repository, kata, parsed.GetRequiredValue(_name)));
            return ExitCodes.Passed;
        });
        var command = new VerbCommand(
            "new",
            "Adds a kata to the course, or an impostor to a kata.",
            "./kata new DiningPhilosophers"
        )
        {
            _kata,
            impostor,
        };
        command.SetAction(parsed =>
        {
            var here = surroundings();
            Show(here, KataScaffold.Create(here.Repository, parsed.GetRequiredValue(_kata)));
            return ExitCodes.Passed;
        });
        return command;
    }

    private static void Show(Surroundings here, ScaffoldResult result)
    {
        here.Out.WriteDrawing("Written:");
        foreach (var file in result.Files)
        {
            here.Out.WriteDrawing(here.Repository.Relative(file), 2);
        }
        here.Out.WriteDrawing("What remains:");
        foreach (var (step, number) in result.Remaining.Select((s, i) => (s, i + 1)))
        {
            here.Out.WriteDrawing($"{number}. {step}", 2);
        }
    }
}
