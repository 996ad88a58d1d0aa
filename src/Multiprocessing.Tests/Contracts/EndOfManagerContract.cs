namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>Whoever waits for an object of a manager when that is shut down is told so, and so is whoever uses it later.</summary>
public abstract class EndOfManagerContract(Backend backend)
{
    [SlowFact]
    public void Nobody_waits_for_a_lock_of_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.Lock);

    [SlowFact]
    public void Nobody_waits_for_an_RLock_of_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.RLock);

    [SlowFact]
    public void Nobody_waits_for_a_semaphore_of_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.Semaphore);

    [SlowFact]
    public void Nobody_waits_for_a_bounded_semaphore_of_a_manager_that_is_gone() =>
        backend.Run(EndOfManagerPrograms.BoundedSemaphore);

    [SlowFact]
    public void Nobody_waits_for_an_event_of_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.Event);

    [SlowFact]
    public void Nobody_waits_for_a_condition_of_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.Condition);

    [SlowFact]
    public void Nobody_waits_at_a_barrier_of_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.Barrier);

    [SlowFact]
    public void Nobody_waits_for_an_item_of_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.Queue);

    [SlowFact]
    public void Nobody_waits_for_room_in_a_manager_that_is_gone() => backend.Run(EndOfManagerPrograms.FullQueue);

    [SlowFact]
    public void Nobody_waits_for_the_work_of_a_manager_that_is_gone() =>
        backend.Run(EndOfManagerPrograms.JoinableQueue);

    public sealed class Managed(Backend.Managed backend)
        : EndOfManagerContract(backend),
            IClassFixture<Backend.Managed>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : EndOfManagerContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
