namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a BoundedSemaphore, whatever is behind it.</summary>
public abstract class BoundedSemaphoreContract(Backend backend)
{
    /// <summary>CPython: <c>_TestSemaphore.test_bounded_semaphore</c>.</summary>
    [SlowFact]
    public void It_counts_down_to_none_and_up_to_what_it_began_with() =>
        backend.Run(BoundedSemaphorePrograms.CountBack);

    /// <summary>CPython: <c>_TestSemaphore.test_bounded_semaphore</c>.</summary>
    [SlowFact]
    public void A_release_too_many_is_refused_and_changes_nothing() =>
        backend.Run(BoundedSemaphorePrograms.RefuseRelease);

    [SlowFact]
    public void Of_two_processes_that_release_once_too_often_exactly_one_is_refused() =>
        backend.Run(BoundedSemaphorePrograms.RefuseOneOfTwo);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_bounded_semaphore</c>.</summary>
    [SlowFact]
    public void What_a_child_took_its_parent_may_give_back() => backend.Run(BoundedSemaphorePrograms.ReleaseElsewhere);

    [SlowFact]
    public void No_more_are_inside_than_there_are_units() => backend.Run(BoundedSemaphorePrograms.Limit);

    public sealed class Real(Backend.Real backend) : BoundedSemaphoreContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend)
        : BoundedSemaphoreContract(backend),
            IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : BoundedSemaphoreContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : BoundedSemaphoreContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
