namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a manager's dictionary, whatever keeps it.</summary>
public abstract class DictionaryProxyContract(Backend backend)
{
    /// <summary>CPython: <c>_TestContainers.test_dict</c>.</summary>
    [SlowFact]
    public void Keys_keep_their_order_and_hold_what_was_set_last() => backend.Run(DictionaryProxyPrograms.SetAndRemove);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_dict</c>.</summary>
    [SlowFact]
    public void What_a_child_sets_is_there() => backend.Run(DictionaryProxyPrograms.SetElsewhere);

    [SlowFact]
    public void Of_several_who_add_a_key_one_does_and_all_see_what_it_added() =>
        backend.Run(DictionaryProxyPrograms.AddOnce);

    [SlowFact]
    public void What_is_taken_out_is_handed_over_once() => backend.Run(DictionaryProxyPrograms.TakeOut);

    [SlowFact]
    public void Who_counts_under_a_lock_loses_nothing() => backend.Run(DictionaryProxyPrograms.CountUnderLock);

    [SlowFact]
    public void A_missing_key_is_refused_and_an_existing_one_too() => backend.Run(DictionaryProxyPrograms.RefuseKeys);

    /// <summary>CPython: <c>_TestContainers.test_dict_iter</c>.</summary>
    [SlowFact]
    public void A_loop_goes_over_a_copy() => backend.Run(DictionaryProxyPrograms.LoopOverCopy);

    /// <summary>CPython: <c>_TestContainers.test_dict_proxy_nested</c> and <c>_TestContainers.test_nested_queue</c>.</summary>
    [SlowFact]
    public void A_list_and_a_queue_in_a_dictionary_stay_the_same() => backend.Run(DictionaryProxyPrograms.Nest);

    [SlowFact]
    public void A_value_that_was_read_is_a_copy_and_one_that_cannot_travel_is_refused() =>
        backend.Run(DictionaryProxyPrograms.CopyValues);

    [SlowFact]
    public void Who_uses_it_after_its_manager_is_gone_is_told_so() => backend.Run(DictionaryProxyPrograms.Lose);

    public sealed class Managed(Backend.Managed backend)
        : DictionaryProxyContract(backend),
            IClassFixture<Backend.Managed>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : DictionaryProxyContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
