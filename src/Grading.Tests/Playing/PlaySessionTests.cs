using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class PlaySessionTests
{
    private const string Apart = "Nobody reads between a read and its write";
    private static readonly Size s_size = new("2 clerks");
    private static readonly Operation s_takeDoor = Operation.OnSlot(OperationKind.Acquire, 64);

    [Fact]
    public void The_first_position_is_the_first_choice_with_everybody_in_it()
    {
        var first = Play(new MarkingStage()).Seen[0];
        Assert.Equal((2, 0), (first.Steps, first.Choices));
        Assert.False(first.IsOver);
        Assert.Equal(
            [
                new PlayActor(0, "main", "starts bob", true, "Desk.cs:1", "one"),
                new PlayActor(1, "ann", "begins", true, "Desk.cs:2", "two"),
            ],
            first.Actors
        );
        Assert.Contains("starts ann", first.Trace);
        Assert.Equal([new PlayGoal(Apart, null)], first.Goals);
    }

    [Fact]
    public void Who_waits_cannot_move_and_is_told_why()
    {
        var seen = Play(new MarkingStage(), "move 0", "move 0", "move 9").Seen;
        var main = seen[1].Actors[0];
        Assert.Equal((false, "waits in Join for ann"), (main.MayMove, main.What));
        Assert.Equal("main cannot move: it waits in Join for ann.", seen[2].Remark);
        Assert.Equal("There is no process 9, or it has ended.", seen[3].Remark);
        Assert.Equal(seen[1] with { Remark = null }, seen[2] with { Remark = null });
    }

    [Fact]
    public void A_claim_that_breaks_is_told_once_with_the_step_and_the_token()
    {
        var seen = Play(new MarkingStage(), "move 0", "move 1", "move 2", "move 1", "move 2", "move 1").Seen;
        Assert.All(seen.Take(5), position => Assert.Null(position.Evidence));
        var broken = seen[5];
        Assert.Equal([new PlayGoal(Apart, "bob reads while ann has read and not written.")], broken.Goals);
        Assert.Equal("bob reads while ann has read and not written.", broken.Evidence!.Sentence);
        Assert.Contains("◄", broken.Trace);
        var token = ReplayToken.Parse(broken.Evidence.Token!);
        Assert.Equal(("Desk", "2-clerks", Ending.Stopped), (token.Kata, token.Configuration, token.Ending));
        Assert.Equal(broken.Steps, token.Points);
        Assert.NotNull(seen[6].Goals[0].Broken);
        Assert.Null(seen[6].Evidence);
    }

    [Fact]
    public void A_choice_that_is_taken_back_is_run_again_without_it()
    {
        var stage = new MarkingStage();
        var seen = Play(stage, "move 0", "move 1", "move 2", "undo", "undo").Seen;
        Assert.Equal(3, stage.Runs);
        Assert.Equal(3, seen[3].Choices);
        Assert.Equivalent(seen[2], seen[4]);
        Assert.Equivalent(seen[1], seen[5]);
    }

    [Fact]
    public void What_was_broken_is_whole_again_after_it_was_taken_back_and_news_when_it_breaks_again()
    {
        var seen = Play(new MarkingStage(), ["move 0", "move 1", "move 2", "move 1", "move 2", "undo", "move 2"]).Seen;
        Assert.NotNull(seen[5].Evidence);
        Assert.Null(seen[6].Goals[0].Broken);
        Assert.NotNull(seen[7].Evidence);
    }

    [Fact]
    public void Who_has_no_choice_left_to_take_back_is_told_so()
    {
        var stage = new MarkingStage();
        Assert.Equal("There is no choice to take back.", Play(stage, "undo").Seen[1].Remark);
        Assert.Equal(1, stage.Runs);
    }

    [Fact]
    public void All_go_on_in_turn_to_the_end_and_that_is_one_choice()
    {
        var seen = Play(new MarkingStage(), "move 0", "finish", "move 1", "undo", "restart").Seen;
        var end = seen[2];
        Assert.Equal(("The run came to its end.", 2), (end.Ending, end.Choices));
        Assert.Empty(end.Actors);
        Assert.Equal([new PlayObject(MarkingStage.Object, "marks", "bob writes")], end.Objects);
        Assert.Equal(Ending.Completed, ReplayToken.Parse(end.Evidence!.Token!).Ending);
        Assert.Equal("The run is over: nobody can move any more.", seen[3].Remark);
        Assert.Equivalent(seen[1], seen[4]);
        Assert.Equivalent(seen[0], seen[5]);
    }

    [Fact]
    public void A_run_that_breaks_nothing_has_no_evidence_at_its_end()
    {
        string[] oneAfterTheOther = ["move 1", "move 1", "move 1", "move 1", "move 0"];
        var end = Play(new MarkingStage(), oneAfterTheOther).Seen[^1];
        Assert.True(end.IsOver);
        Assert.Null(end.Goals[0].Broken);
        Assert.Null(end.Evidence);
    }

    [Fact]
    public void A_run_that_loops_is_over_and_can_be_taken_back()
    {
        var seen = Play(new MarkingStage { Loops = 2 }, "move 0", "move 2", "undo").Seen;
        Assert.Contains("it came to no point", seen[2].Ending);
        Assert.Equivalent(seen[1], seen[3]);
    }

    [Fact]
    public void A_program_that_does_not_go_the_same_way_again_is_noticed()
    {
        var seen = Play(new MarkingStage { ChangesInRun = 2 }, "move 0", "move 1", "move 1", "move 2", "undo").Seen;
        Assert.Contains("did not go the same way again", seen[5].Remark);
        Assert.True(seen[5].Choices < 4);
    }

    [Fact]
    public void A_process_that_falls_silent_is_nobodys_mistake_and_no_claim_is_judged_by_it()
    {
        var end = Play(new MarkingStage { FallsSilent = 1 }, "move 0", "move 1").Seen[2];

        Assert.Equal("[could not grade] the run could not be followed to its end: it came to no point", end.Ending);
        Assert.Equal([new PlayGoal(Apart, null)], end.Goals);
        Assert.Null(end.Evidence);
    }

    [Fact]
    public void A_program_in_which_there_is_nothing_to_choose_is_shown_at_its_end()
    {
        using var stage = new OneActorStage();
        stage.Stage(new StagedProgram("", "", Wire.Encode(new object?[] { OneActorStage.Ends })));

        var seen = Play(stage, "undo").Seen;

        Assert.Equal(("The run came to its end.", 0), (seen[0].Ending, seen[0].Choices));
        Assert.Empty(seen[0].Objects);
        Assert.Equal("There is no choice to take back.", seen[1].Remark);
    }

    [Fact]
    public void A_run_that_is_deadlocked_is_over_and_shows_who_holds_what()
    {
        var stage = new WrittenStage(
            [
                s_takeDoor,
                new(OperationKind.Start, Text: "ann"),
                new(OperationKind.Start, Text: "bob"),
                new(OperationKind.Join, ObjectSpace.Actor, 1),
            ],
            [s_takeDoor],
            [s_takeDoor]
        );

        var end = Play(stage, "move 0", "move 1").Seen[^1];

        Assert.Equal("The run is deadlocked: nobody can ever go on.", end.Ending);
        PlayObject door = Assert.Single(end.Objects);
        Assert.Equal(("door", "Lock"), (door.Name, door.Kind));
        Assert.Contains("main", door.State, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_waits_for_some_time_may_move_when_nobody_else_can_and_is_shown_without_a_line_of_source()
    {
        Operation takeDoorForASecond = s_takeDoor with { Timeout = TimeSpan.TicksPerSecond };
        var stage = new WrittenStage(
            [
                s_takeDoor,
                new(OperationKind.Start, Text: "ann"),
                new(OperationKind.Start, Text: "bob"),
                new(OperationKind.Join, ObjectSpace.Actor, 1),
            ],
            [takeDoorForASecond],
            [takeDoorForASecond]
        );

        var seen = Play(stage, "move 0", "move 1").Seen;

        PlayActor ann = seen[^1].Actors.Single(actor => actor.Name == "ann");
        Assert.True(ann.MayMove, ann.What);
        Assert.EndsWith(", in vain: its time is over", ann.What, StringComparison.Ordinal);
        Assert.Equal((null, null), (ann.Source, ann.Code));
    }

    [Theory]
    [InlineData("Desk.cs", "  one", new[] { "one", null })]
    [InlineData("Shelf.cs", "  one\n  two\n", new string?[] { null, null })]
    public void A_line_that_is_not_in_the_files_is_named_and_not_shown(string file, string text, string?[] shown)
    {
        var player = new ScriptedPlayer([]);
        var board = new PlayBoard("Desk", s_size, [], [new SourceFile(file, text)], new PlayRequest());

        new PlaySession(new MarkingStage(), board, player).Play();

        Assert.Equal(["Desk.cs:1", "Desk.cs:2"], player.Seen[0].Actors.Select(actor => actor.Source));
        Assert.Equal(shown, player.Seen[0].Actors.Select(actor => actor.Code));
    }

    [Fact]
    public void The_stage_is_left_in_order()
    {
        var stage = new MarkingStage();
        Play(stage, "move 0", "undo", "move 1");
        Assert.True(stage.IsFinished);
    }

    private static ScriptedPlayer Play(IStage stage, params string[] commands)
    {
        var player = new ScriptedPlayer(commands);
        SourceFile[] files = [new("Desk.cs", "  one\n  two\n  three\n")];
        PlayRule[] rules = [new(Apart, [s_size], Between)];
        new PlaySession(stage, new PlayBoard("Desk", s_size, rules, files, new PlayRequest()), player).Play();
        return player;
    }

    private static Violation? Between(KataRun run)
    {
        string? reading = null;
        foreach (MarkEvent mark in run.Marks)
        {
            if (!mark.What.EndsWith("reads"))
            {
                reading = null;
            }
            else if (reading is not null)
            {
                return new Violation($"{mark.Actor} reads while {reading} has read and not written.", mark.Step);
            }
            else
            {
                reading = mark.Actor;
            }
        }
        return null;
    }
}
