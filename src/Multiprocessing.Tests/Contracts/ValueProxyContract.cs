namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a manager's value, whatever keeps it.</summary>
public abstract class ValueProxyContract(Backend backend)
{
    /// <summary>CPython: <c>TestSyncManagerTypes.test_value</c>.</summary>
    [SlowFact]
    public void It_is_what_a_child_makes_it() => backend.Run(ValueProxyPrograms.DoubleElsewhere);

    [SlowFact]
    public void It_may_be_anything_that_travels() => backend.Run(ValueProxyPrograms.HoldAnything);

    [SlowFact]
    public void Who_counts_under_a_lock_loses_nothing() => backend.Run(ValueProxyPrograms.CountUnderLock);

    [SlowFact]
    public void Who_uses_it_after_its_manager_is_gone_is_told_so() => backend.Run(ValueProxyPrograms.Lose);

    public sealed class Managed(Backend.Managed backend) : ValueProxyContract(backend), IClassFixture<Backend.Managed>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : ValueProxyContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
