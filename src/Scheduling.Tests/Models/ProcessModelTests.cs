using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ProcessModelTests
{
    private static readonly Operation s_join = Operation.OnActor(OperationKind.Join, 1);
    private static readonly Operation s_tryJoin = Operation.OnActor(OperationKind.Join, 1, timeout: 0);
    private static readonly Operation s_isAlive = Operation.OnActor(OperationKind.IsAlive, 1);
    private static readonly Operation s_exitCode = Operation.OnActor(OperationKind.ExitCode, 1);
    private static readonly Operation s_end = new(OperationKind.End, Argument: 7);

    private readonly ProcessModel _child = new(new ObjectInfo(SlotKind.Free, 0, 0, "child"), actor: 1, parent: 0);

    [Fact]
    public void While_it_runs_a_join_waits_and_a_look_says_so()
    {
        Assert.False(_child.IsEnabled(0, s_join));
        Assert.Equal(Act.TimedOut, _child.Perform(0, s_tryJoin));
        Assert.Equal(1, _child.Perform(0, s_isAlive).Value);
        Assert.Equal(long.MinValue, _child.Perform(0, s_exitCode).Value);
        Assert.Equal([1], _child.Holders);
    }

    [Fact]
    public void Once_it_has_ended_a_join_returns_and_its_exit_code_can_be_read()
    {
        _child.Perform(1, s_end);
        Assert.True(_child.IsEnabled(0, s_join));
        Assert.Equal(Act.Go, _child.Perform(0, s_join));
        Assert.Equal(0, _child.Perform(0, s_isAlive).Value);
        Assert.Equal(7, _child.Perform(0, s_exitCode).Value);
        Assert.Empty(_child.Holders);
    }

    [Fact]
    public void Nobody_but_itself_can_end_it() =>
        Assert.Throws<InvalidOperationException>(() => _child.Perform(0, s_end));
}
