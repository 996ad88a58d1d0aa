namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Semaphore that may count beyond what it began with, whatever is behind it.</summary>
public abstract class SemaphoreContract(Backend backend)
{
    /// <summary>CPython: <c>_TestSemaphore.test_semaphore</c>.</summary>
    [SlowFact]
    public void It_counts_and_goes_beyond_what_it_began_with() => backend.Run(SemaphorePrograms.CountUp);

    /// <summary>CPython: <c>_TestSemaphore.test_timeout</c>.</summary>
    [SlowFact]
    public void An_empty_one_is_refused_at_once_and_after_a_time() => backend.Run(SemaphorePrograms.TimeOut);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_semaphore</c>.</summary>
    [SlowFact]
    public void A_unit_that_another_process_gives_lets_one_waiter_through() =>
        backend.Run(SemaphorePrograms.LetOneThrough);

    [SlowFact]
    public void No_more_are_inside_than_there_are_units() => backend.Run(SemaphorePrograms.Limit);

    public sealed class Real(Backend.Real backend) : SemaphoreContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend) : SemaphoreContract(backend), IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : SemaphoreContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : SemaphoreContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
