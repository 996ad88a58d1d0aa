namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>When the end of a pipe comes, and what several are told who are waited for together, whatever is behind it.</summary>
public abstract class EndOfPipeContract(Backend backend)
{
    [SlowFact]
    public void The_end_comes_after_all_messages_when_every_process_has_closed_the_end_that_sends() =>
        backend.Run(EndOfPipePrograms.AfterTheLastClose);

    [SlowFact]
    public void The_end_comes_when_a_process_ends_that_has_closed_nothing() =>
        backend.Run(EndOfPipePrograms.AfterTheLastSender);

    [SlowFact]
    public void The_end_comes_when_the_process_that_sends_has_thrown() =>
        backend.RunMain(EndOfPipePrograms.AfterAnException);

    [SlowFact]
    public void The_end_does_not_come_while_a_grandchild_has_the_end_that_sends() =>
        backend.Run(EndOfPipePrograms.AfterTheGrandchild);

    [SlowFact]
    public void Who_sends_what_nobody_can_receive_any_more_is_told_so() => backend.Run(EndOfPipePrograms.BreakPipe);

    /// <summary>CPython: <c>TestWait.test_wait</c>.</summary>
    [SlowFact]
    public void Several_are_waited_for_together_until_each_has_come_to_its_end() =>
        backend.Run(EndOfPipePrograms.WaitForAll);

    /// <summary>CPython: <c>TestWait.test_wait_integer</c>.</summary>
    [SlowFact]
    public void A_wait_for_connections_and_processes_tells_which_are_ready_in_the_order_given() =>
        backend.Run(EndOfPipePrograms.WaitForEither);

    /// <summary>CPython: <c>TestWait.test_wait_timeout</c> and <c>test_neg_timeout</c>.</summary>
    [SlowFact]
    public void A_wait_for_several_ends_after_its_time_with_none() => backend.Run(EndOfPipePrograms.WaitInVain);

    public sealed class Real(Backend.Real backend) : EndOfPipeContract(backend), IClassFixture<Backend.Real>;

    public sealed class Controlled(Backend.Controlled backend)
        : EndOfPipeContract(backend),
            IClassFixture<Backend.Controlled>;
}
