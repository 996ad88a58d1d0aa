namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What holds of a Pipe between processes, whatever is behind it.</summary>
public abstract class PipeContract(Backend backend)
{
    /// <summary>CPython: <c>_TestConnection.test_connection</c>.</summary>
    [SlowFact]
    public void Objects_and_bytes_come_back_from_a_child_as_they_were_sent() => backend.Run(PipePrograms.Echo);

    /// <summary>CPython: <c>_TestConnection.test_duplex_false</c>.</summary>
    [SlowFact]
    public void The_ends_of_a_pipe_that_is_not_duplex_do_one_thing_each() => backend.Run(PipePrograms.OneWay);

    /// <summary>CPython: <c>_TestConnection.test_spawn_close</c>.</summary>
    [SlowFact]
    public void The_parent_may_close_the_childs_end_as_soon_as_the_child_has_started() =>
        backend.Run(PipePrograms.CloseAtOnce);

    /// <summary>CPython: <c>_TestSubclassingProcess.test_subclassing</c>.</summary>
    [SlowFact]
    public void A_process_may_have_an_end_as_a_member() => backend.Run(PipePrograms.HaveAsMember);

    /// <summary>CPython: <c>_TestConnection.test_connection</c>, with the limit of <c>recv_bytes</c>.</summary>
    [SlowFact]
    public void A_message_that_is_longer_than_accepted_makes_the_end_unreadable() => backend.Run(PipePrograms.TooLong);

    [SlowFact]
    public void An_object_that_cannot_travel_is_refused_and_the_pipe_goes_on() =>
        backend.Run(PipePrograms.RefuseWhatCannotTravel);

    [SlowFact]
    public void Who_sends_more_than_there_is_room_for_waits_for_the_receiver() => backend.Run(PipePrograms.WaitForRoom);

    [SlowFact]
    public void Of_several_who_send_in_turns_each_message_arrives_whole() => backend.Run(PipePrograms.SendInTurns);

    [SlowFact]
    public void Of_several_who_receive_in_turns_each_message_comes_to_one() => backend.Run(PipePrograms.ReceiveInTurns);

    /// <summary>CPython: <c>_TestPoll.test_empty_string</c>, <c>test_strings</c> and <c>test_dont_merge</c>.</summary>
    [SlowFact]
    public void A_poll_waits_for_a_message_takes_nothing_and_sees_an_empty_one() => backend.Run(PipePrograms.Poll);

    /// <summary>CPython: <c>_TestPoll.test_boundaries</c>.</summary>
    [SlowFact]
    public void Who_polls_while_another_process_receives_takes_no_part_of_its_messages() =>
        backend.Run(PipePrograms.PollElsewhere);

    [SlowFact]
    public void A_lock_that_comes_in_a_message_is_the_same_lock() => backend.Run(PipePrograms.SendLock);

    public sealed class Real(Backend.Real backend) : PipeContract(backend), IClassFixture<Backend.Real>;

    public sealed class Controlled(Backend.Controlled backend)
        : PipeContract(backend),
            IClassFixture<Backend.Controlled>;
}
