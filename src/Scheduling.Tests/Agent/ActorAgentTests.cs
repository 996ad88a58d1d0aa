using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Agent;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>A worker with two actors, seen from the arbiter's side of the channel.</summary>
public sealed class ActorAgentTests : IDisposable
{
    private const int Actor = 0;
    private const int Second = 3;

    private readonly SharedMemory _memory = SharedMemory.Create(ChannelLayout.Length);

    [Fact]
    public void A_hosted_thread_begins_at_its_turn_speaks_on_its_own_line_and_ends_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the channel is Linux's");
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
    public void A_thread_that_is_no_actor_may_not_use_the_primitives()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the channel is Linux's");
        ActorAgent? agent = null;
        OnAThread(() => agent = new ActorAgent(_memory, Actor));
        var thrown = Assert.Throws<InvalidOperationException>(() => agent!.Arrive(new Operation(OperationKind.Begin)));
        Assert.Contains("main thread", thrown.Message);
        Assert.Contains("callbacks of its pools", thrown.Message);
    }

    public void Dispose() => _memory.Dispose();

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
