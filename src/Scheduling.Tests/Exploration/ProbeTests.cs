using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ProbeTests
{
    [Fact]
    public void Two_guests_can_be_inside_together_when_there_are_two_rooms()
    {
        var result = InsideTogether().Run(Corpus.Rooms(2, 2).Stage());
        Assert.True(result.Reached);
        Assert.Equal("", result.Chain);
    }

    [Fact]
    public void With_one_room_the_other_guest_is_told_to_wait_for_the_held_one()
    {
        var result = InsideTogether("guest-2").Run(Corpus.Rooms(2, 1).Stage());
        Assert.False(result.Reached);
        Assert.Equal(
            "guest-2 waits for rooms (Semaphore, held by guest-1), which is held at its mark 'guest 1 leaves'",
            result.Chain
        );
    }

    [Fact]
    public void A_guest_whom_main_never_started_is_told_by_whom_main_waits_for()
    {
        var program = new ScriptedProgram();
        program.Child("guest-1", g => g.Mark("guest 1 enters").Mark("guest 1 leaves"));
        program.Main.Join(0);
        program.Child("guest-2", g => g.Mark("guest 2 enters").Mark("guest 2 leaves"));
        var result = InsideTogether("guest-2").Run(program.Stage());
        Assert.False(result.Reached);
        Assert.Equal(
            "guest-2 was never started: main waits in Join for guest-1, which is held at its mark 'guest 1 leaves'",
            result.Chain
        );
    }

    [Fact]
    public void All_others_run_to_their_end_before_the_probe_gives_up()
    {
        var program = Corpus.NoSemaphore(3);
        var result = new Probe(HoldLeaving("guest 1"), _ => false).Run(program.Stage());
        Assert.False(result.Reached);
        Assert.Equal([2, 3], result.Run.Actors.Where(actor => actor.ExitCode == 0).Select(actor => actor.Number));
    }

    [Fact]
    public void A_goal_met_by_the_very_last_step_counts()
    {
        var probe = new Probe((_, _) => false, steps => steps.Count > 0 && steps[^1].Actor == 0 && Ends(steps[^1]));
        var result = probe.Run(Corpus.AbBa().Stage());
        Assert.True(result.Reached);
    }

    private static bool Ends(Step step) => step.Operation.Kind == OperationKind.End;

    private static Probe InsideTogether(string? about = null) =>
        new(HoldLeaving("guest 1"), steps => steps.Any(step => WhatOf(step) == "guest 2 enters")) { About = about };

    private static Func<Situation, Parked, bool> HoldLeaving(string guest) =>
        (_, parked) =>
            parked.Operation.Kind == OperationKind.Mark && MarkText.WhatOf(parked.Operation.Text) == $"{guest} leaves";

    private static string WhatOf(Step step) =>
        step.Operation.Kind == OperationKind.Mark ? MarkText.WhatOf(step.Operation.Text) : "";
}
