namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of the calls that a Pool is given and of their results, whatever its workers are.</summary>
public abstract class PoolContract(Backend backend)
{
    /// <summary>CPython: <c>_TestPool.test_apply</c>.</summary>
    [SlowFact]
    public void Apply_calls_a_function_in_a_worker_and_waits_for_its_result() => backend.Run(PoolPrograms.Apply);

    /// <summary>CPython: <c>_TestPool.test_async</c>.</summary>
    [SlowFact]
    public void ApplyAsync_does_not_wait_and_its_result_can_be_had_later() => backend.Run(PoolPrograms.ApplyLater);

    /// <summary>CPython: <c>_TestPool.test_async_timeout</c>.</summary>
    [SlowFact]
    public void Who_gives_up_waiting_for_a_result_can_ask_again() => backend.Run(PoolPrograms.AskAgain);

    /// <summary>CPython: <c>_TestPool.test_traceback</c>.</summary>
    [SlowFact]
    public void What_a_function_throws_is_thrown_here_and_the_worker_goes_on() => backend.Run(PoolPrograms.Throw);

    /// <summary>CPython: <c>_TestPool.test_map_unplicklable</c> and <c>_TestPoolWorkerErrors.test_unpickleable_result</c>.</summary>
    [SlowFact]
    public void What_cannot_travel_is_refused_on_its_way_there_and_back() =>
        backend.Run(PoolPrograms.RefuseWhatCannotTravel);

    /// <summary>CPython: <c>_TestPool.test_map</c> and <c>test_map_chunksize</c>.</summary>
    [SlowFact]
    public void Map_returns_the_results_in_the_order_of_the_items() => backend.Run(PoolPrograms.Map);

    /// <summary>CPython: <c>_TestPool.test_starmap</c> and <c>test_starmap_async</c>.</summary>
    [SlowFact]
    public void StarMap_spreads_each_tuple_over_the_parameters() => backend.Run(PoolPrograms.StarMap);

    /// <summary>CPython: <c>_TestPool.test_map_no_failfast</c>.</summary>
    [SlowFact]
    public void A_map_in_which_one_call_throws_does_all_the_others_and_then_throws() =>
        backend.Run(PoolPrograms.ThrowInMap);

    /// <summary>CPython: <c>_TestPool.test_map_handle_iterable_exception</c>.</summary>
    [SlowFact]
    public void What_the_input_of_a_map_throws_is_thrown_as_it_is() => backend.Run(PoolPrograms.ThrowInInput);

    /// <summary>CPython: <c>_TestPool.test_empty_iterable</c>.</summary>
    [SlowFact]
    public void A_map_over_nothing_is_nothing() => backend.Run(PoolPrograms.MapNothing);

    /// <summary>CPython: <c>_TestPool.test_imap</c>.</summary>
    [SlowFact]
    public void IMap_hands_out_the_results_in_the_order_of_the_items() => backend.Run(PoolPrograms.Stream);

    /// <summary>CPython: <c>_TestPool.test_imap_unordered</c>.</summary>
    [SlowFact]
    public void IMapUnordered_hands_out_each_result_once_and_waits_for_no_slow_call() =>
        backend.Run(PoolPrograms.StreamUnordered);

    /// <summary>CPython: <c>_TestPool.test_imap_handle_iterable_exception</c>.</summary>
    [SlowFact]
    public void What_a_call_or_the_input_of_an_IMap_throws_comes_in_its_place() =>
        backend.Run(PoolPrograms.ThrowInStream);

    public sealed class Real(Backend.Real backend) : PoolContract(backend), IClassFixture<Backend.Real>;

    public sealed class Controlled(Backend.Controlled backend)
        : PoolContract(backend),
            IClassFixture<Backend.Controlled>;
}
