using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>
/// What is granted ahead of its being done: it is done, and whoever does something else than before is seen to, and judged by
/// what it does. That it makes no difference where all goes as before is looked at by every contract, see <see cref="Backend"/>.
/// </summary>
public sealed class AheadTests : IDisposable
{
    private const int Runs = 6;

    private readonly string _file = Path.GetTempFileName();
    private readonly ProcessStage _stage = new(
        Backend.Options with
        {
            SilenceLimit = TimeSpan.FromMilliseconds(500),
        },
        workers: 3
    );

    [SlowFact]
    public void All_that_was_granted_ahead_is_done_once()
    {
        Stage(AheadPrograms.AddALine);
        File.WriteAllText(_file, "");
        for (int run = 0; run < Runs; run++)
        {
            Assert.Equal(Ending.Completed, RunAhead().Ending);
        }
        Assert.True(_stage.Foresees);
        Assert.Equal(2 * Runs, File.ReadAllLines(_file).Length);
    }

    [SlowTheory]
    [InlineData("5", Ending.Completed)]
    [InlineData("throw", Ending.Completed)]
    [InlineData("die", Ending.Died)]
    [InlineData("wait", Ending.Silent)]
    public void Who_does_something_else_than_before_is_judged_by_what_it_does(string what, Ending ending)
    {
        Stage(AheadPrograms.DoWhatIsWritten);
        Run[] before = [.. Enumerable.Range(0, Runs).Select(_ => RunAhead())];
        Assert.All(before, static run => Assert.Equal(Ending.Completed, run.Ending));
        Assert.True(_stage.Foresees);
        File.WriteAllText(_file, what);
        Run other = RunAhead();
        Assert.Equal(ending, other.Ending);
        Assert.False(_stage.Foresees);
        Run plain = Arbiter.Run(_stage, new RandomWalk(1));
        Assert.Equal((plain.Ending, plain.Steps.Count), (other.Ending, other.Steps.Count));
        Assert.NotEqual(before[^1].Steps.Count, other.Steps.Count);
    }

    [SlowFact]
    public void What_is_made_where_something_else_was_made_before_is_seen_as_what_it_is()
    {
        Stage(AheadPrograms.MakeAsManyAsAreWritten);
        foreach (int units in (int[])[7, 7, 7, 3, 7, 0])
        {
            File.WriteAllText(_file, $"{units}");
            Run run = RunAhead();
            Assert.Equal(
                units,
                Assert.Single(run.Objects.Values, static one => one.Kind == SlotKind.Semaphore).Initial
            );
            Assert.Equal(units == 0 ? Ending.Deadlocked : Ending.Completed, run.Ending);
        }
        Assert.True(_stage.Foresees); // what its actors do is as before
    }

    [SlowFact]
    public void Another_program_is_not_taken_for_the_one_before()
    {
        Stage(AheadPrograms.DoWhatIsWritten);
        _ = RunAhead();
        _ = RunAhead();
        Stage(AheadPrograms.AddALine);
        _ = RunAhead();
        Assert.True(_stage.Foresees);
        Assert.Equal(2, File.ReadAllLines(_file).Length);
    }

    public void Dispose()
    {
        _stage.Dispose();
        File.Delete(_file);
    }

    private Run RunAhead() => Arbiter.Run(_stage, static () => new RandomWalk(1));

    private void Stage(Action<string> program) =>
        _stage.Stage(
            new StagedProgram(
                program.Method.Module.FullyQualifiedName,
                $"{program.Method.DeclaringType!.FullName}.{program.Method.Name}",
                Wire.Encode(new object?[] { _file })
            )
        );
}
