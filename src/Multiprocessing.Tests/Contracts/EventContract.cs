namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of an Event, whatever is behind it.</summary>
public abstract class EventContract(Backend backend)
{
    /// <summary>CPython: <c>_TestEvent.test_event</c>.</summary>
    [SlowFact]
    public void It_is_not_set_at_first_and_a_wait_for_it_times_out() => backend.Run(EventPrograms.TimeOut);

    /// <summary>CPython: <c>_TestEvent.test_event</c>.</summary>
    [SlowFact]
    public void Once_set_it_lets_everybody_through_until_it_is_cleared() => backend.Run(EventPrograms.SetAndClear);

    /// <summary>CPython: <c>_TestEvent.test_event</c>.</summary>
    [SlowFact]
    public void Another_process_may_set_it() => backend.Run(EventPrograms.SetElsewhere);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_event</c>.</summary>
    [SlowFact]
    public void Setting_it_lets_all_through_who_wait() => backend.Run(EventPrograms.LetAllThrough);

    public sealed class Real(Backend.Real backend) : EventContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend) : EventContract(backend), IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : EventContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : EventContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
