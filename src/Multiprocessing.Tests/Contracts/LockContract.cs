namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Lock, whatever is behind it.</summary>
public abstract class LockContract(Backend backend)
{
    /// <summary>CPython: <c>_TestLock.test_lock</c>.</summary>
    [SlowFact]
    public void A_lock_that_is_held_is_refused_to_its_holder_too() => backend.Run(LockPrograms.Refuse);

    /// <summary>CPython: <c>_TestLock.test_lock</c>.</summary>
    [SlowFact]
    public void A_release_too_many_is_refused() => backend.Run(LockPrograms.ReleaseTooOften);

    /// <summary>CPython: <c>_TestLock.test_lock_context</c>.</summary>
    [SlowFact]
    public void A_lock_that_is_entered_is_free_at_the_end_of_the_block() => backend.Run(LockPrograms.EnterAndLeave);

    [SlowFact]
    public void Another_process_may_release_it() => backend.Run(LockPrograms.ReleaseElsewhere);

    [SlowFact]
    public void Who_waits_gets_it_after_the_release() => backend.Run(LockPrograms.HandOver);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_lock</c>.</summary>
    [SlowFact]
    public void Processes_that_change_something_under_it_never_come_between_each_other() =>
        backend.Run(LockPrograms.Exclude);

    public sealed class Real(Backend.Real backend) : LockContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend) : LockContract(backend), IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : LockContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : LockContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
