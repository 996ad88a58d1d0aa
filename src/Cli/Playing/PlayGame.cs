using System.Text.Json;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Cli.Verbs;
using ConcurrencyKatas.Grading;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Playing;

/// <summary>A person, or a script, on one side, and the Graders with the program on the other.</summary>
/// <param name="here">The surroundings.</param>
/// <param name="kata">What is played.</param>
/// <param name="submission">Whose program.</param>
/// <param name="typed">The submission as it was typed; null when it is the student's own.</param>
internal sealed class PlayGame(Surroundings here, Kata kata, JobSubmission submission, string? typed)
{
    private const string Class = "PlayTests";
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private readonly System.Collections.Generic.Queue<PlayMessage> _messages = [];

    /// <summary>Plays until the player has enough, or the input ends.</summary>
    /// <param name="size">The size that is wanted; null for the usual one.</param>
    /// <param name="cancellation">Ends it at once; nothing is left behind.</param>
    /// <exception cref="UserError">There is no such size, or the Graders crashed.</exception>
    public async Task<int> RunAsync(string? size, CancellationToken cancellation)
    {
        var view = new PlayView(here.Out, kata, typed, here.IsTerminal && here.Keyboard.IsTerminal);
        using var folder = new JobFolder(here.Repository);
        Job(size, view, folder).Save(folder.JobFile);
        using var graders = GradersProcess.Start(here.Graders, folder, [kata.Name], Class);
        try
        {
            view.Begin();
            return await PlayAsync(size, view, graders, folder, cancellation);
        }
        finally
        {
            await graders.EndAsync();
        }
    }

    private Job Job(string? size, PlayView view, JobFolder folder) =>
        new()
        {
            Root = here.Repository.Root,
            // The program as it was handed out may be played too.
            Submissions = [submission with { GradeUntouched = true }],
            Katas = [kata.Name],
            Results = folder.Results,
            Play = new PlayRequest
            {
                Size = size,
                Width = view.DrawingWidth,
                Lines = view.DrawingLines,
            },
        };

    private async Task<int> PlayAsync(
        string? size,
        PlayView view,
        GradersProcess graders,
        JobFolder folder,
        CancellationToken cancellation
    )
    {
        var tail = new LineTail(folder.Play);
        if (await NextAsync(tail, graders, cancellation) is not { Opening: { } opening })
        {
            return Refused(graders, folder);
        }
        if (opening.Size is null)
        {
            throw new UserError(NoSuchSize(size, opening));
        }
        view.Open(opening);
        await using var input = new PlayInput(here.Keyboard);
        while (await NextAsync(tail, graders, cancellation) is { Position: { } position })
        {
            view.Show(position);
            var command = await AskAsync(input, view, position, cancellation);
            graders.Say(command.ToString());
            if (command.Deed == PlayDeed.Quit)
            {
                await graders.EndedWithinAsync(s_grace, cancellation);
                return ExitCodes.Passed;
            }
        }
        return Refused(graders, folder);
    }

    private static async Task<PlayCommand> AskAsync(
        PlayInput input,
        PlayView view,
        PlayPosition position,
        CancellationToken cancellation
    )
    {
        while (await input.NextAsync(cancellation) is { } word)
        {
            view.Echo(word);
            if (input.Read(word, position) is { } command)
            {
                return command;
            }
            view.Help(position, PlayInput.AsksForHelp(word) ? null : word);
        }
        return new PlayCommand(PlayDeed.Quit);
    }

    /// <summary>What the Graders say next; null when they have ended.</summary>
    private async Task<PlayMessage?> NextAsync(LineTail tail, GradersProcess graders, CancellationToken cancellation)
    {
        var hasEnded = false;
        while (_messages.Count == 0 && !hasEnded)
        {
            hasEnded = await graders.EndedWithinAsync(s_look, cancellation);
            cancellation.ThrowIfCancellationRequested();
            foreach (var line in tail.ReadNew())
            {
                _messages.Enqueue(Read(line));
            }
        }
        return _messages.TryDequeue(out var message) ? message : null;
    }

    private PlayMessage Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, GradingJson.Line.PlayMessage)!;
        }
        catch (JsonException problem)
        {
            throw new UserError(
                $"{kata.Name} cannot be played on: the Graders told a position that cannot be read ({problem.Message}). This is "
                    + $"a fault of ours; please report it with this line:\n{line}",
                ExitCodes.CouldNotGrade
            );
        }
    }

    // There is nothing to play: the submission does not compile, or breaks the rules; or else it is our fault.
    private int Refused(GradersProcess graders, JobFolder folder)
    {
        var path = folder.Report(submission.Label, kata.Name);
        if (!File.Exists(path))
        {
            throw new UserError(
                $"{kata.Name} could not be played: the Graders ended {graders.HowItEnded}.\n{graders.LastWords()}",
                ExitCodes.CouldNotGrade
            );
        }
        var report = ReportJson.Read<KataReport>(path);
        new KataSection(here.Out, focused: true, typed).Write(report with { Claims = [] });
        return Graded.ExitCode(new GradingResult([new FinishedKata(submission.Label, report)], Interrupted: false));
    }

    private string NoSuchSize(string? size, PlayOpening opening) =>
        opening.Sizes.Count == 0
            ? $"{kata.Name} has no size that could be played."
            : $"--size '{size}' is not one size of {kata.Name}. These are its sizes; a part of a name that no other has will do:\n"
                + string.Join('\n', opening.Sizes.Select(s => $"  {s}"));
}
