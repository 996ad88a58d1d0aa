namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Queue, whatever is behind it.</summary>
public abstract class QueueContract(Backend backend)
{
    /// <summary>CPython: <c>_TestQueue.test_put</c>.</summary>
    [SlowFact]
    public void A_full_queue_refuses_at_once_and_after_a_time() => backend.Run(QueuePrograms.RefuseWhenFull);

    /// <summary>CPython: <c>_TestQueue.test_get</c>.</summary>
    [SlowFact]
    public void An_empty_queue_has_nothing_at_once_and_after_a_time() => backend.Run(QueuePrograms.RefuseWhenEmpty);

    [SlowFact]
    public void Items_come_out_as_they_went_in() => backend.Run(QueuePrograms.KeepOrder);

    /// <summary>CPython: <c>_TestQueue.test_qsize</c>.</summary>
    [SlowFact]
    public void It_says_how_many_items_it_holds() => backend.Run(QueuePrograms.Count);

    /// <summary>CPython: <c>_TestQueue.test_fork</c>.</summary>
    [SlowFact]
    public void What_a_child_has_put_is_there_after_its_end() => backend.Run(QueuePrograms.SurviveItsProducer);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_queue</c>.</summary>
    [SlowFact]
    public void Who_waits_for_an_item_gets_the_one_that_comes() => backend.Run(QueuePrograms.HandOver);

    [SlowFact]
    public void Who_waits_for_room_puts_when_there_is_some() => backend.Run(QueuePrograms.WaitForRoom);

    /// <summary>CPython: <c>_TestQueue.test_closed_queue_put_get_exceptions</c>.</summary>
    [SlowFact]
    public void Who_has_closed_it_can_do_nothing_with_it_any_more() => backend.Run(QueuePrograms.Close);

    /// <summary>CPython: <c>_TestQueue.test_queue_feeder_donot_stop_onexc</c>.</summary>
    [SlowFact]
    public void An_item_that_cannot_travel_is_refused_and_the_queue_goes_on() =>
        backend.Run(QueuePrograms.RefuseWhatCannotTravel);

    [SlowFact]
    public void Each_item_comes_to_exactly_one_of_those_who_take() => backend.Run(QueuePrograms.HandOutOnce);

    public sealed class Real(Backend.Real backend) : QueueContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend) : QueueContract(backend), IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : QueueContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : QueueContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
