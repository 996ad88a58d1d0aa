using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Tests.Hostile;
using ConcurrencyKatas.Hostile;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Runs for real that somebody looks at, may end, or may debug.</summary>
public sealed class WatchedRunTests : IDisposable
{
    private readonly DirectoryInfo _gate = Directory.CreateTempSubdirectory("kata-gate-");

    [SlowFact]
    public void Its_exit_code_is_mains() =>
        Assert.Equal(0, Cell.Watch(nameof(Attacks.ExitsEarly), TestContext.Current.CancellationToken));

    [SlowFact]
    public void Who_has_enough_ends_one_that_does_not_end()
    {
        using var enough = new CancellationTokenSource();
        Assert.Equal(-9, Cell.Watch(nameof(Attacks.NeverEnds), enough.Token, started: _ => enough.Cancel()));
    }

    [SlowFact]
    public void One_that_takes_longer_than_it_may_is_ended_and_says_nothing() =>
        Assert.Null(Cell.TryForReal(nameof(Attacks.NeverEnds), TimeSpan.Zero));

    [SlowFact]
    public void One_that_may_be_debugged_waits_at_its_gate_under_the_id_that_is_told()
    {
        int main = 0;
        int exitCode = Cell.Watch(
            nameof(Attacks.ExitsEarly),
            TestContext.Current.CancellationToken,
            _gate.FullName,
            pid =>
            {
                main = pid;
                File.WriteAllText(DebugGate.PassOf(_gate.FullName, pid), "");
            }
        );

        Assert.Equal(0, exitCode);
        Assert.False(Directory.Exists($"/proc/{main}"), "It is still there.");
    }

    [SlowFact]
    public void One_that_nobody_lets_through_its_gate_can_be_ended_all_the_same()
    {
        using var enough = new CancellationTokenSource();
        Assert.Equal(
            -9,
            Cell.Watch(nameof(Attacks.ExitsEarly), enough.Token, _gate.FullName, started: _ => enough.Cancel())
        );
    }

    public void Dispose() => _gate.Delete(recursive: true);
}
