using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Plays in real processes, as <c>./kata play</c> does.</summary>
[Trait(GraderProcess.Trait, GraderProcess.Started)]
public sealed class PlayedSubmissionTests
{
    private const string Rooms = "SemaphoreRooms";

    public static TheoryData<string, string> RightOnes =>
        [
            .. Directory
                .GetDirectories(
                    Path.Combine(RepositoryRoot.Find(), "graders"),
                    "alternatives",
                    SearchOption.AllDirectories
                )
                .SelectMany(folder => Directory.GetDirectories(folder).Order().Take(1))
                .Select(folder =>
                    (Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(folder)))!, Path.GetFileName(folder))
                )
                .Order(),
        ];

    [SlowFact]
    public void The_stub_is_played_as_it_was_handed_out_and_leaves_nothing_to_choose()
    {
        string katas = Path.Combine(RepositoryRoot.Find(), "katas");
        PlayedSubmission played = PlayedSubmission.Play(Rooms, katas, size: null, "move 1", "undo");
        Assert.Equal(0, played.ExitCode);
        Assert.Equal("3 guests, 2 rooms", played.Opening!.Size);
        Assert.True(played.Opening.IsUntouched);
        Assert.Contains("As many guests may be inside together as there are rooms", played.Opening.Unplayable);
        Assert.Equal(
            ["The run is over: nobody can move any more.", "There is no choice to take back."],
            played.Positions.Skip(1).Select(position => position.Remark)
        );
        PlayPosition end = played.Positions[0];
        Assert.Equal(("The run came to its end.", 0), (end.Ending, end.Choices));
        Assert.Contains(
            end.Goals,
            goal => goal is { Claim: "Every guest is served and main waits for all", Broken: not null }
        );
    }

    [Fact]
    public void Guests_whom_nothing_keeps_apart_can_be_crowded_into_too_few_rooms_and_the_token_replays_that()
    {
        // Main starts all three; then everybody begins, and enters.
        string[] commands = ["move 0", "move 0", .. Everybody(), .. Everybody(), "undo", "finish"];
        PlayedSubmission played = PlayedSubmission.Play(Rooms, Impostor("no-semaphore"), "3 guests, 2", commands);
        Assert.Equal((0, null), (played.ExitCode, played.Report));
        PlayPosition[] seen = [.. played.Positions];

        PlayPosition crowded = seen[8];
        Assert.Equal(
            ["Never more guests are inside than there are rooms"],
            crowded.Goals.Where(goal => goal.Broken is not null).Select(goal => goal.Claim)
        );
        Assert.Equal((8, false), (crowded.Choices, crowded.IsOver));
        Assert.Equal(Ending.Stopped, ReplayToken.Parse(crowded.Evidence!.Token!).Ending);
        Assert.Equal([("spa", "marks", "guest 3 enters")], crowded.Objects.Select(o => (o.Name, o.Kind, o.State)));
        PlayActor guest = crowded.Actors[1];
        Assert.Equal(
            (1, "guest-1", "spa: guest 1 leaves", true),
            (guest.Number, guest.Name, guest.What, guest.MayMove)
        );
        Assert.StartsWith("Spa.cs:", guest.Source);
        Assert.Contains("Stay.Enjoy", guest.Code);
        Assert.All(seen[..8].Append(seen[9]), before => Assert.All(before.Goals, goal => Assert.Null(goal.Broken)));
        Assert.Equivalent(seen[7], seen[9]);
        Assert.True(seen[10].IsOver);
    }

    [SlowTheory]
    [MemberData(nameof(RightOnes))]
    public void No_claim_complains_of_the_beginning_of_a_right_run(string kata, string alternative)
    {
        string path = Path.Combine(RepositoryRoot.Find(), "graders", kata, "alternatives", alternative);
        var random = new Random(1);
        // Half of them are refused because that one waits.
        IEnumerable<string> commands = Enumerable.Range(0, 200).Select(_ => $"move {random.Next(5)}").Append("finish");
        PlayedSubmission played = PlayedSubmission.Play(kata, path, size: null, commands);
        Assert.Equal(0, played.ExitCode);
        Assert.True(played.Positions[^1].IsOver);
        Assert.All(
            played.Positions.SelectMany(position => position.Goals),
            goal => Assert.True(goal.Broken is null, $"{goal.Claim}: {goal.Broken}")
        );
    }

    [SlowFact]
    public void A_size_that_several_names_fit_is_not_played()
    {
        PlayedSubmission played = PlayedSubmission.Play(Rooms, Impostor("no-semaphore"), "guests");
        Assert.Null(played.Opening!.Size);
        Assert.Contains("3 guests, 2 rooms", played.Opening.Sizes);
        Assert.Empty(played.Positions);
    }

    [SlowFact]
    public void What_does_not_compile_is_reported_and_not_played()
    {
        PlayedSubmission played = PlayedSubmission.Play(Rooms, GraderProcess.Folder("does-not-compile"), size: null);
        Assert.Null(played.Opening);
        Assert.Equal(KataStatus.DoesNotCompile, played.Report!.Status);
        Assert.NotEmpty(played.Report.Diagnostics);
    }

    private static string[] Everybody() => ["move 1", "move 2", "move 3"];

    private static string Impostor(string name) =>
        Path.Combine(RepositoryRoot.Find(), "graders", "SemaphoreRooms", "impostors", name);
}
