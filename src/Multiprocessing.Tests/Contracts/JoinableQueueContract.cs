namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a JoinableQueue, whatever is behind it.</summary>
public abstract class JoinableQueueContract(Backend backend)
{
    /// <summary>CPython: <c>_TestQueue.test_task_done</c>.</summary>
    [SlowFact]
    public void A_join_returns_when_everything_has_been_dealt_with() => backend.Run(JoinableQueuePrograms.JoinAll);

    /// <summary>CPython: <c>_TestQueue.test_task_done</c>.</summary>
    [SlowFact]
    public void A_TaskDone_too_many_is_refused() => backend.Run(JoinableQueuePrograms.RefuseTaskDone);

    [SlowFact]
    public void What_was_taken_is_not_dealt_with_before_somebody_says_so() =>
        backend.Run(JoinableQueuePrograms.TakingIsNotDealingWith);

    [SlowFact]
    public void A_join_of_a_queue_into_which_nothing_was_put_returns_at_once() =>
        backend.Run(JoinableQueuePrograms.JoinUnused);

    [SlowFact]
    public void Everybody_who_waits_in_a_join_goes_on_at_the_end_of_the_work() =>
        backend.Run(JoinableQueuePrograms.LetAllThrough);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_joinable_queue</c>.</summary>
    [SlowFact]
    public void What_a_child_has_dealt_with_its_parent_need_not_wait_for() =>
        backend.Run(JoinableQueuePrograms.DealElsewhere);

    public sealed class Real(Backend.Real backend) : JoinableQueueContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend)
        : JoinableQueueContract(backend),
            IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : JoinableQueueContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : JoinableQueueContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
