using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata reset KATA</c>: the stub as it was handed out; what was written is kept as a backup.</summary>
internal sealed class ResetVerb : IVerb
{
    private readonly Argument<string> _kata = new("KATA") { Description = "The kata to begin anew." };

    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask." };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand(
            "reset",
            "Puts a kata back to how it was handed out, and keeps what you wrote as a backup. Asks first.",
            "./kata reset SemaphoreRooms",
            "./kata reset SemaphoreRooms --yes"
        )
        {
            _kata,
            _yes,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, surroundings(), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Surroundings here, CancellationToken cancellation)
    {
        var kata = Catalogue.Read(here.Repository).Find(parsed.GetRequiredValue(_kata));
        var files = string.Join(", ", kata.Edit.Select(f => here.Repository.Relative(kata.FullPath(f))));
        var asks = !parsed.GetValue(_yes);
        if (asks && !here.Keyboard.IsTerminal)
        {
            throw new UserError(
                $"Resetting {kata.Name} replaces {files}, and there is nobody to ask: the standard input is no terminal. "
                    + $"If you mean it: ./kata reset {kata.Name} --yes"
            );
        }
        using var pristine = here.Pristine();
        var handedOut = new HandedOut(here.Repository, pristine.IsStub);
        if (handedOut.IsUntouched(kata))
        {
            here.Out.WriteDrawing($"{files} is as it was handed out; there is nothing to reset.");
            return ExitCodes.Passed;
        }
        var stub = handedOut.Find(kata);
        if (asks && !await AgreesAsync(here, $"Put {files} back to the stub? A backup is kept. [y/N] ", cancellation))
        {
            here.Out.WriteDrawing("Nothing was changed.");
            return ExitCodes.Failed;
        }
        var kept = Backups.Keep(here.Repository, kata);
        foreach (var (file, text) in stub)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kata.FullPath(file))!);
            await File.WriteAllTextAsync(kata.FullPath(file), text, CancellationToken.None);
        }
        ProgressStore.Change(here.Repository, kata, p => new KataProgress { Hints = p.Hints, GaveUp = p.GaveUp });
        here.Out.WriteDrawing($"{files} is as it was handed out.");
        if (kept is { } backup)
        {
            here.Out.WriteDrawing($"What you had written is in {here.Repository.Relative(backup)}.");
        }
        return ExitCodes.Passed;
    }

    private static async Task<bool> AgreesAsync(Surroundings here, string question, CancellationToken cancellation)
    {
        here.Out.Write(new Text(question));
        var answer = (await here.Keyboard.ReadLineAsync(cancellation))?.Trim();
        return answer is not null
            && (
                answer.Equals("y", StringComparison.OrdinalIgnoreCase)
                || answer.Equals("yes", StringComparison.OrdinalIgnoreCase)
            );
    }
}
