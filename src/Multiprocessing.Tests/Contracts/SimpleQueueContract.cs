namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a SimpleQueue, whatever is behind it.</summary>
public abstract class SimpleQueueContract(Backend backend)
{
    /// <summary>CPython: <c>TestSimpleQueue.test_empty</c>.</summary>
    [SlowFact]
    public void It_is_empty_until_another_process_has_put_something() => backend.Run(SimpleQueuePrograms.FillElsewhere);

    /// <summary>CPython: <c>TestSimpleQueue.test_close</c>.</summary>
    [SlowFact]
    public void Who_has_closed_it_can_do_nothing_with_it_any_more() => backend.Run(SimpleQueuePrograms.Close);

    [SlowFact]
    public void Items_come_out_as_they_went_in() => backend.Run(SimpleQueuePrograms.KeepOrder);

    [SlowFact]
    public void Who_waits_for_an_item_gets_the_one_that_comes() => backend.Run(SimpleQueuePrograms.HandOver);

    [SlowFact]
    public void What_a_child_has_put_is_there_after_its_end() => backend.Run(SimpleQueuePrograms.SurviveItsProducer);

    [SlowFact]
    public void Each_item_comes_to_exactly_one_of_those_who_take() => backend.Run(SimpleQueuePrograms.HandOutOnce);

    [SlowFact]
    public void An_item_that_cannot_travel_is_refused_and_the_queue_goes_on() =>
        backend.Run(SimpleQueuePrograms.RefuseWhatCannotTravel);

    [SlowFact]
    public void A_queue_that_comes_out_of_a_queue_is_the_same_queue() => backend.Run(SimpleQueuePrograms.Travel);

    public sealed class Real(Backend.Real backend) : SimpleQueueContract(backend), IClassFixture<Backend.Real>;

    public sealed class Controlled(Backend.Controlled backend)
        : SimpleQueueContract(backend),
            IClassFixture<Backend.Controlled>;
}
