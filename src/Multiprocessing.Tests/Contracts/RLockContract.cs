namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of an RLock, whatever is behind it.</summary>
public abstract class RLockContract(Backend backend)
{
    /// <summary>CPython: <c>_TestLock.test_rlock</c>.</summary>
    [SlowFact]
    public void It_is_free_only_after_as_many_releases_as_acquires() => backend.Run(RLockPrograms.CountDepth);

    /// <summary>CPython: <c>_TestLock.test_rlock</c>.</summary>
    [SlowFact]
    public void A_release_too_many_is_refused() => backend.Run(RLockPrograms.ReleaseTooOften);

    [SlowFact]
    public void Nobody_but_its_owner_releases_it() => backend.Run(RLockPrograms.ReleaseElsewhere);

    [SlowFact]
    public void Who_waits_gets_it_only_after_the_last_release() => backend.Run(RLockPrograms.HandOver);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_rlock</c>.</summary>
    [SlowFact]
    public void It_can_be_entered_again_in_its_own_block() => backend.Run(RLockPrograms.EnterTwice);

    public sealed class Real(Backend.Real backend) : RLockContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend) : RLockContract(backend), IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : RLockContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : RLockContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
