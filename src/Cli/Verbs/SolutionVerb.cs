using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata solution KATA</c>: the reference solution, for those who have passed or give up.</summary>
internal sealed class SolutionVerb : IVerb
{
    private readonly Argument<string> _kata = new("KATA") { Description = "The kata." };

    private readonly Option<bool> _giveUp = new("--give-up")
    {
        Description = "Show it although the kata is not passed. That is remembered, and ./kata list says so.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "solution",
            "Shows the reference solution and its notes, once you have passed.",
            "./kata solution SemaphoreRooms",
            "./kata solution SemaphoreRooms --give-up"
        )
        {
            _kata,
            _giveUp,
        };
        command.SetAction(parsed => Run(parsed, surroundings()));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings here)
    {
        var catalogue = Catalogue.Read(here.Repository);
        var kata = catalogue.Find(parsed.GetRequiredValue(_kata));
        var folder = Folder(here.Repository, kata);
        var standing = Standing.Read(here.Repository, catalogue);
        var isOpen = standing[kata] == KataState.Passed || standing.Of(kata).GaveUp;
        if (!isOpen)
        {
            if (!parsed.GetValue(_giveUp))
            {
                throw Refusal(here.Repository, kata, standing);
            }
            ProgressStore.Change(here.Repository, kata, p => p with { GaveUp = true });
        }
        foreach (var file in kata.Edit)
        {
            var path = Path.Combine(folder, file);
            here.Out.MarkupLine($"[bold]{here.Repository.Relative(path).Safe()}[/]");
            here.Out.WriteLine();
            here.Out.WriteDrawing(File.ReadAllText(path), 2);
            here.Out.WriteLine();
        }
        var notes = Path.Combine(folder, "NOTES.md");
        if (File.Exists(notes))
        {
            here.Out.MarkupLine($"[bold]{here.Repository.Relative(notes).Safe()}[/]");
            here.Out.WriteLine();
            Prose.Write(here.Out, File.ReadAllText(notes).TrimEnd());
        }
        return ExitCodes.Passed;
    }

    private static string Folder(Repository repository, Kata kata)
    {
        var folder = Path.Combine(repository.Solutions, kata.Name);
        return kata.Edit.All(f => File.Exists(Path.Combine(folder, f)))
            ? folder
            : throw new UserError(
                Directory.Exists(repository.Solutions)
                    ? $"There is no solution of {kata.Name}: {repository.Relative(folder)} lacks {string.Join(", ", kata.Edit)}."
                    : $"This repository was handed out without solutions: there is no folder 'solutions'. Ask your teacher for that of {kata.Name}.",
                ExitCodes.Failed
            );
    }

    private static UserError Refusal(Repository repository, Kata kata, Standing standing)
    {
        var file = string.Join(", ", kata.Edit.Select(f => repository.Relative(kata.FullPath(f))));
        var why = standing[kata] switch
        {
            KataState.Edited =>
                $"{file} was changed after its last test; see whether it passes: ./kata test {kata.Name}",
            KataState.NotStarted => $"it is not started; begin with {file}.",
            _ => $"its last test gave {CourseWords.Points(standing[kata], standing.Of(kata))} points.",
        };
        return new UserError(
            $"The solution of {kata.Name} is shown once you have passed it, and {why}\n"
                + $"A hint: ./kata hint {kata.Name}\n"
                + $"To see it all the same, which ./kata list will say: ./kata solution {kata.Name} --give-up",
            ExitCodes.Failed
        );
    }
}
