namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class MazurkiewiczFingerprintTests
{
    [Fact]
    public void Exchanging_independent_steps_does_not_change_it()
    {
        var program = new ScriptedProgram();
        program.Child("a", a => a.Mark("1", "x")).Child("b", b => b.Mark("2", "y")).JoinAll();
        Assert.Equal(Of(program, new ActorFirst(1)), Of(program, new ActorFirst(2)));
        Assert.Equal(Of(program, new ActorFirst(1)), Of(program, new RoundRobin()));
    }

    [Fact]
    public void Exchanging_marks_on_one_object_changes_it()
    {
        var program = new ScriptedProgram();
        program.Child("a", a => a.Mark("1")).Child("b", b => b.Mark("2")).JoinAll();
        Assert.NotEqual(Of(program, new Prefix([0, 0, 0, 1, 1, 2, 2])), Of(program, new Prefix([0, 0, 0, 2, 2, 1, 1])));
    }

    [Fact]
    public void Random_walks_of_a_small_program_show_as_many_as_its_proof_has_classes()
    {
        var program = Corpus.LostUpdate();
        var seen = Enumerable.Range(0, 300).Select(seed => Of(program, new RandomWalk((ulong)seed))).ToHashSet();
        var search = new ProofSearch(program.Stage());
        var proved = search.Explore().Select(MazurkiewiczFingerprint.Of).ToHashSet();
        Assert.Equal(6, proved.Count);
        Assert.True(seen.SetEquals(proved));
    }

    private static ulong Of(ScriptedProgram program, IStrategy strategy) =>
        MazurkiewiczFingerprint.Of(Arbiter.Run(program.Stage(), strategy));
}
