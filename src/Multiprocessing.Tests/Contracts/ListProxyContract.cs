namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a manager's list, whatever keeps it.</summary>
public abstract class ListProxyContract(Backend backend)
{
    /// <summary>CPython: <c>_TestContainers.test_list</c>.</summary>
    [SlowFact]
    public void Items_are_changed_in_their_order() => backend.Run(ListProxyPrograms.ChangeInPlace);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_list</c>.</summary>
    [SlowFact]
    public void What_children_add_is_there_each_childs_items_in_their_order() =>
        backend.Run(ListProxyPrograms.AddElsewhere);

    [SlowFact]
    public void Each_item_is_taken_out_by_one_process_only() => backend.Run(ListProxyPrograms.TakeOut);

    [SlowFact]
    public void An_index_outside_is_refused_and_nothing_is_changed() => backend.Run(ListProxyPrograms.RefuseOutside);

    /// <summary>CPython: <c>_TestContainers.test_list_iter</c>.</summary>
    [SlowFact]
    public void A_loop_goes_over_a_copy() => backend.Run(ListProxyPrograms.LoopOverCopy);

    /// <summary>CPython: <c>_TestContainers.test_list_proxy_in_list</c>.</summary>
    [SlowFact]
    public void A_list_in_a_list_stays_the_same_list() => backend.Run(ListProxyPrograms.Nest);

    [SlowFact]
    public void An_item_that_was_read_is_a_copy_and_one_that_cannot_travel_is_refused() =>
        backend.Run(ListProxyPrograms.CopyItems);

    [SlowFact]
    public void Who_uses_it_after_its_manager_is_gone_is_told_so() => backend.Run(ListProxyPrograms.Lose);

    public sealed class Managed(Backend.Managed backend) : ListProxyContract(backend), IClassFixture<Backend.Managed>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : ListProxyContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
