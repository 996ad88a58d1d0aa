namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Condition, whatever is behind it.</summary>
public abstract class ConditionContract(Backend backend)
{
    /// <summary>CPython: <c>_TestCondition.test_notify</c>.</summary>
    [SlowFact]
    public void A_notification_wakes_one_of_those_who_wait() => backend.Run(ConditionPrograms.NotifyOne);

    /// <summary>CPython: <c>_TestCondition.test_notify_all</c>.</summary>
    [SlowFact]
    public void A_notification_of_all_wakes_all() => backend.Run(ConditionPrograms.NotifyAll);

    /// <summary>CPython: <c>_TestCondition.test_notify_all</c>, whose waiters first time out.</summary>
    [SlowFact]
    public void Everybody_whom_nobody_notifies_times_out() => backend.Run(ConditionPrograms.AllTimeOut);

    /// <summary>CPython: <c>_TestCondition.test_notify_n</c>.</summary>
    [SlowFact]
    public void A_notification_of_some_wakes_so_many_and_the_rest_is_lost() =>
        backend.Run(ConditionPrograms.NotifySome);

    /// <summary>CPython: <c>_TestCondition.test_timeout</c>.</summary>
    [SlowFact]
    public void A_wait_that_nobody_ends_times_out_and_has_the_lock_again() => backend.Run(ConditionPrograms.TimeOut);

    /// <summary>CPython: <c>_TestCondition.test_waitfor</c>.</summary>
    [SlowFact]
    public void A_wait_for_something_ends_when_it_is_true() => backend.Run(ConditionPrograms.WaitFor);

    /// <summary>CPython: <c>_TestCondition.test_waitfor_timeout</c>.</summary>
    [SlowFact]
    public void A_wait_for_something_that_does_not_become_true_times_out() =>
        backend.Run(ConditionPrograms.WaitForInVain);

    /// <summary>CPython: <c>_TestCondition.test_wait_result</c>.</summary>
    [SlowFact]
    public void A_wait_says_whether_it_was_notified() => backend.Run(ConditionPrograms.SayResult);

    [SlowFact]
    public void Who_does_not_hold_the_lock_may_neither_wait_nor_notify() =>
        backend.Run(ConditionPrograms.RefuseStrangers);

    [SlowFact]
    public void A_wait_gives_the_whole_lock_back_and_takes_the_whole_lock_again() =>
        backend.Run(ConditionPrograms.KeepDepth);

    /// <summary>CPython: <c>TestSyncManagerTypes.test_condition</c>.</summary>
    [SlowFact]
    public void A_condition_over_a_plain_lock_does_the_same() => backend.Run(ConditionPrograms.UsePlainLock);

    public sealed class Real(Backend.Real backend) : ConditionContract(backend), IClassFixture<Backend.Real>;

    public sealed class Managed(Backend.Managed backend) : ConditionContract(backend), IClassFixture<Backend.Managed>;

    public sealed class Controlled(Backend.Controlled backend)
        : ConditionContract(backend),
            IClassFixture<Backend.Controlled>;

    public sealed class ControlledManaged(Backend.ControlledManaged backend)
        : ConditionContract(backend),
            IClassFixture<Backend.ControlledManaged>;
}
