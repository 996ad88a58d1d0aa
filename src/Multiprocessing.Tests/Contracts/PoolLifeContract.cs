namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Pool from its making to its end, and of callbacks, whatever its workers are.</summary>
public abstract class PoolLifeContract(Backend backend)
{
    /// <summary>CPython: <c>_TestPool.test_map_async_callbacks</c> and <c>_TestPoolWorkerErrors.test_async_error_callback</c>.</summary>
    [SlowFact]
    public void Either_the_callback_or_the_error_callback_is_called_once_and_here() =>
        backend.Run(PoolLifePrograms.CallBack);

    [SlowFact]
    public void A_result_is_ready_only_after_its_callback() => backend.Run(PoolLifePrograms.BeReadyAfterCallback);

    [SlowFact]
    public void A_callback_that_throws_takes_neither_its_result_nor_later_callbacks_away() =>
        backend.Run(PoolLifePrograms.ThrowInCallback);

    [SlowFact]
    public void A_callback_may_give_more_work_and_not_wait_for_it() => backend.Run(PoolLifePrograms.SubmitInCallback);

    [SlowFact]
    public void After_Close_and_Join_all_work_is_done_and_more_is_refused() =>
        backend.Run(PoolLifePrograms.CloseAndJoin);

    [SlowFact]
    public void Results_can_be_taken_after_Close_and_Join() => backend.Run(PoolLifePrograms.TakeAfterJoin);

    [SlowFact]
    public void A_pool_is_joined_after_its_Close_only() => backend.Run(PoolLifePrograms.JoinTooEarly);

    /// <summary>CPython: <c>_TestPool.test_context</c> and <c>test_terminate</c>.</summary>
    [SlowFact]
    public void At_the_end_of_its_using_block_what_is_not_done_is_dropped_and_said() =>
        backend.Run(PoolLifePrograms.Terminate);

    /// <summary>CPython: <c>TestInitializers.test_pool_initializer</c>.</summary>
    [SlowFact]
    public void Each_worker_calls_the_initializer_before_its_first_task() => backend.Run(PoolLifePrograms.Initialize);

    [SlowFact]
    public void A_pool_whose_initializer_throws_gives_up_and_says_what_was_thrown() =>
        backend.RunMain(PoolLifePrograms.ThrowInInitializer);

    /// <summary>CPython: <c>_TestPool.test_make_pool</c>.</summary>
    [SlowFact]
    public void A_pool_that_makes_no_sense_is_refused() => backend.Run(PoolLifePrograms.RefuseNonsense);

    [SlowFact]
    public void Two_pools_keep_their_work_apart() => backend.Run(PoolLifePrograms.KeepApart);

    private protected void Check(Action program) => backend.Run(program);

    public sealed class Real(Backend.Real backend) : PoolLifeContract(backend), IClassFixture<Backend.Real>
    {
        /// <summary>CPython: <c>_TestPoolWorkerLifetime.test_pool_worker_lifetime</c>.</summary>
        [SlowFact]
        public void After_so_many_tasks_another_worker_takes_the_place_of_one() => Check(PoolLifePrograms.LimitTasks);

        [SlowFact]
        public void Arguments_and_results_may_be_large() => Check(PoolLifePrograms.PassMuch);
    }

    public sealed class Controlled(Backend.Controlled backend)
        : PoolLifeContract(backend),
            IClassFixture<Backend.Controlled>
    {
        [SlowFact]
        public void A_limit_of_tasks_is_refused() => Check(PoolLifePrograms.RefuseLimit);

        [SlowFact]
        public void What_the_arbiter_cannot_be_handed_at_once_is_refused() => Check(PoolLifePrograms.RefuseMuch);
    }
}
