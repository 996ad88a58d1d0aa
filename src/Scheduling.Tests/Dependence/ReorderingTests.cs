namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ReorderingTests
{
    [Fact]
    public void Another_order_of_a_run_is_the_same_interleaving()
    {
        var changed = 0;
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var run = Arbiter.Run(new ScriptedStage(RandomPrograms.Create(seed)), new RandomWalk(seed));

            var other = Reordering.Of(run, seed);

            Assert.Equal(MazurkiewiczFingerprint.Of(run), MazurkiewiczFingerprint.Of(other));
            Assert.Equal(Enumerable.Range(0, run.Steps.Count), other.Steps.Select(step => step.Index));
            changed += other.Steps.Select(step => step.Actor).SequenceEqual(run.Steps.Select(step => step.Actor))
                ? 0
                : 1;
        }
        Assert.InRange(changed, 100, 200);
    }

    [Fact]
    public void Marks_of_different_objects_change_places_and_marks_of_one_object_do_not()
    {
        var program = new ScriptedProgram();
        program.Child("a", script => script.Mark("a was at x", "x").Mark("a was at z", "z"));
        program.Child("b", script => script.Mark("b was at y", "y").Mark("b was at z", "z"));
        program.JoinAll();
        var run = Arbiter.Run(program.Stage(), new RoundRobin());

        var orders = Enumerable.Range(1, 50).Select(seed => Marks(Reordering.Of(run, (ulong)seed))).ToList();

        Assert.Equal(2, orders.Select(marks => string.Join(", ", marks.Where(IsXOrY))).Distinct().Count());
        Assert.Single(orders.Select(marks => string.Join(", ", marks.Where(mark => !IsXOrY(mark)))).Distinct());
    }

    private static bool IsXOrY(string mark) => mark.EndsWith('x') || mark.EndsWith('y');

    private static List<string> Marks(Run run) =>
        [
            .. run
                .Steps.Where(step => step.Operation.Kind == Control.OperationKind.Mark)
                .Select(step => MarkText.WhatOf(step.Operation.Text)),
        ];
}
