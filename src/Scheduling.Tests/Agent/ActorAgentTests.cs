using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Agent;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>A worker with two actors, seen from the arbiter's side of the channel.</summary>
public sealed class ActorAgentTests
{
    private const int Actor = 0;
    private const int Second = 3;

    // Never unmapped: some of these tests leave a thread that sleeps in it for ever. In the place of memory that is gone it would
    // take the turns of the next test's actors, or end this process.
    private readonly SharedMemory _memory = SharedMemory.Create(ChannelLayout.Length);

    [Fact]
    public void A_hosted_thread_begins_at_its_turn_speaks_on_its_own_line_and_ends_there()
    {
        var line = new ActorChannel(_memory, ChannelLayout.MaxActors + Second);
        var bell = new Bell(_memory);
        var begun = 0;
        OnAThread(() =>
        {
            var agent = new ActorAgent(_memory, Actor);
            agent.Host(
                Second,
                "second",
                () =>
                {
                    Volatile.Write(ref begun, 1);
                    agent.Arrive(new Operation(OperationKind.Print, Text: "here"));
                }
            );
        });
        Assert.Equal(ActorState.Parked, line.State);
        Assert.Equal(0, Volatile.Read(ref begun));

        Assert.Equal(ActorState.Parked, Turn(line, bell));
        Assert.Equal(1, begun);
        Assert.Equal((OperationKind.Print, "here"), (line.ReadOperation().Kind, line.ReadOperation().Text));

        Assert.Equal(ActorState.Parked, Turn(line, bell));
        Assert.Equal(OperationKind.End, line.ReadOperation().Kind);

        Assert.Equal(ActorState.Idle, Turn(line, bell));
        Assert.Equal(ActorState.Starting, new ActorChannel(_memory, Actor).State);
    }

    [Fact]
    public void What_nobody_catches_on_a_hosted_thread_is_printed_and_the_thread_ends_as_actors_do()
    {
        var line = new ActorChannel(_memory, ChannelLayout.MaxActors + Second);
        var bell = new Bell(_memory);
        OnAThread(() =>
            new ActorAgent(_memory, Actor).Host(
                Second,
                "second",
                () => throw new InvalidOperationException("thrown on purpose")
            )
        );
        Assert.Equal(ActorState.Parked, Turn(line, bell));
        Operation printed = line.ReadOperation();
        Assert.Equal((OperationKind.Print, 2), (printed.Kind, printed.Argument));
        Assert.StartsWith("Exception in thread second:\nInvalidOperationException: thrown on purpose", printed.Text);

        Assert.Equal(ActorState.Parked, Turn(line, bell));
        Assert.Equal((OperationKind.End, 1), (line.ReadOperation().Kind, line.ReadOperation().Argument));
        Assert.Equal(ActorState.Idle, Turn(line, bell));
    }

    [Fact]
    public void What_does_not_fit_the_models_is_told_and_the_actor_never_goes_on()
    {
        var line = new ActorChannel(_memory, ChannelLayout.MaxActors + Second);
        var bell = new Bell(_memory);
        OnAThread(() =>
        {
            var agent = new ActorAgent(_memory, Actor);
            agent.Host(Second, "second", () => throw agent.Mismatch("the lock was taken"));
        });
        Assert.Equal(ActorState.Mismatched, Turn(line, bell));
        Assert.Equal("the lock was taken", line.ReadText());
        Assert.Equal(ActorState.Mismatched, Turn(line, bell));
    }

    [Fact]
    public void An_operation_with_more_than_fits_is_refused_with_size_and_limit_and_never_parks()
    {
        Exception? thrown = null;
        int limit = 0;
        OnAThread(() =>
        {
            var agent = new ActorAgent(_memory, Actor);
            limit = agent.PayloadLimit;
            var start = new Operation(OperationKind.Start, Text: "guest-1", Payload: new byte[300_000]);
            thrown = Record.Exception(() => agent.Arrive(start));
        });
        Assert.Equal(ChannelLayout.PayloadCapacity, limit);
        string message = Assert.IsType<MultiprocessingUsageException>(thrown).Message;
        Assert.Contains("guest-1 are 300,000 bytes", message);
        Assert.Contains("228,352", message);
        Assert.Equal(ActorState.Starting, new ActorChannel(_memory, Actor).State);
    }

    [Fact]
    public void A_thread_that_is_no_actor_may_not_use_the_primitives()
    {
        ActorAgent? agent = null;
        OnAThread(() => agent = new ActorAgent(_memory, Actor));
        var thrown = Assert.Throws<InvalidOperationException>(() => agent!.Arrive(new Operation(OperationKind.Begin)));
        Assert.Contains("main thread", thrown.Message);
        Assert.Contains("callbacks of its pools", thrown.Message);
    }

    [Fact]
    public void An_actor_that_another_has_ended_finds_every_operation_refused_on_its_way_out()
    {
        List<Exception?> refused = [];
        var worker = new Thread(() =>
        {
            var agent = new ActorAgent(_memory, Actor);
            for (var operation = 0; operation < 3; operation++)
            {
                refused.Add(Record.Exception(() => agent.Arrive(new Operation(OperationKind.Print))));
            }
        });
        worker.Start();
        End(new ActorChannel(_memory, Actor));
        Assert.True(worker.Join(TimeSpan.FromSeconds(30)));
        Assert.Equal(3, refused.Count);
        Assert.All(refused, problem => Assert.IsType<ActorEndedException>(problem));
    }

    [Fact]
    public void An_actor_that_catches_its_own_end_for_ever_is_found_parked_and_can_be_killed()
    {
        var line = new ActorChannel(_memory, Actor);
        new Thread(() =>
        {
            var agent = new ActorAgent(_memory, Actor);
            while (true)
            {
                _ = Record.Exception(() => agent.Arrive(new Operation(OperationKind.Print)));
            }
        })
        {
            IsBackground = true,
        }.Start();
        End(line);
        Assert.True(new Bell(_memory).WaitWhile(line, ActorState.Moving, 30_000_000_000));
        Assert.Equal(ActorState.Parked, line.State);
        Assert.Equal(ActorState.Parked, Turn(line, new Bell(_memory)));
    }

    // The arbiter's part of an end: the actor stands at a point, and is let go with the word that it has been ended.
    private unsafe void End(ActorChannel line)
    {
        Assert.True(new Bell(_memory).WaitWhile(line, ActorState.Starting, 30_000_000_000));
        line.Line->Outcome = (int)Outcome.Ended;
        line.SetState(ActorState.Moving);
        line.GiveTurn();
    }

    // An agent is bound to the thread that makes it; the tests' own threads go on to other tests.
    private static void OnAThread(Action work)
    {
        var thread = new Thread(() => work());
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(30)));
    }

    private static ActorState Turn(ActorChannel line, Bell bell)
    {
        line.SetState(ActorState.Moving);
        line.GiveTurn();
        Assert.True(bell.WaitWhile(line, ActorState.Moving, 30_000_000_000));
        return line.State;
    }
}
