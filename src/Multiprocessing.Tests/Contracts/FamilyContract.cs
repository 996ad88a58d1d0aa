namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What becomes of children when a Process ends, whatever is behind them.</summary>
public abstract class FamilyContract(Backend backend)
{
    /// <summary>CPython: <c>_TestProcess.test_recursion</c>.</summary>
    [SlowFact]
    public void Children_that_have_children_are_gone_through_in_depth() => backend.Run(FamilyPrograms.Recurse);

    [SlowFact]
    public void Who_ends_waits_for_children_that_nobody_joined() => backend.Run(FamilyPrograms.LeaveWithoutJoin);

    [SlowFact]
    public void Who_throws_waits_for_children_too() => backend.RunMain(FamilyPrograms.ThrowWithoutJoin);

    [SlowFact]
    public void Who_ends_ends_its_daemons() => backend.RunMain(FamilyPrograms.LeaveDaemon);

    /// <summary>CPython: <c>_TestProcess.test_daemon_argument</c>.</summary>
    [SlowFact]
    public void A_daemon_can_be_joined_and_has_no_children() => backend.Run(FamilyPrograms.JoinDaemon);

    [SlowFact]
    public void Who_ends_neither_ends_nor_waits_for_what_is_detached() => backend.Run(FamilyPrograms.LeaveDetached);

    public sealed class Real(Backend.Real backend) : FamilyContract(backend), IClassFixture<Backend.Real>;

    public sealed class Controlled(Backend.Controlled backend)
        : FamilyContract(backend),
            IClassFixture<Backend.Controlled>;
}
