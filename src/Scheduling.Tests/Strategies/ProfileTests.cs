using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ProfileTests
{
    private static readonly ObjectId s_first = new(ObjectSpace.Slot, 0);
    private static readonly ObjectId s_second = new(ObjectSpace.Slot, SlotLayout.Size);

    [Fact]
    public void An_object_that_one_actor_uses_is_private_and_one_that_two_use_is_not()
    {
        var profile = new Profile();
        profile.Add(Arbiter.Run(OneOfTwo().Stage(), new RoundRobin()));
        Assert.True(profile.IsPrivate(s_first));
        Assert.False(profile.IsPrivate(s_second));
        Assert.Equal([s_second], profile.Shared);
    }

    [Fact]
    public void An_object_that_was_never_seen_is_not_private() => Assert.False(new Profile().IsPrivate(s_first));

    [Fact]
    public void Who_only_waits_for_an_object_uses_it_too()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("taker", t => t.Acquire(gate)).Child("waiter", w => w.Acquire(gate)).JoinAll();
        var profile = new Profile();
        profile.Add(Arbiter.Run(program.Stage(), new ActorFirst(1)));
        Assert.False(profile.IsPrivate(s_first));
    }

    [Fact]
    public void An_object_found_shared_later_is_opened_again()
    {
        var program = new ScriptedProgram();
        var (gate, rare) = (program.Lock("gate"), program.Lock("rare"));
        program
            .Child("a", a => a.Acquire(gate).Acquire(rare).Release(rare).Release(gate))
            .Child("b", b => b.Try(gate, skip: 1).Release(gate).Acquire(rare).Release(rare))
            .JoinAll();
        var profile = new Profile();
        var shared = new ObjectId(ObjectSpace.Slot, rare);
        profile.Add(Arbiter.Run(program.Stage(), new ActorFirst(1), new RunOptions { MaxPoints = 9 }));
        Assert.True(profile.IsPrivate(shared));
        profile.Add(Arbiter.Run(program.Stage(), new RoundRobin()));
        Assert.False(profile.IsPrivate(shared));
    }

    [Fact]
    public void Pruned_points_are_granted_at_once_and_the_strategy_is_not_asked()
    {
        var profile = new Profile();
        profile.Add(Arbiter.Run(OneOfTwo().Stage(), new RoundRobin()));
        var counter = new Counter();
        var run = Arbiter.Run(OneOfTwo().Stage(), counter, new RunOptions { Pruning = new Pruning(profile) });
        var settled = run.Steps.Count(step => profile.IsSettled(step.Operation.Kind, step.Object));
        Assert.Equal(3 + 2 + 1, settled); // begins, the private lock, a print
        Assert.Equal(run.Steps.Count - settled - 2 - 2, counter.Asked); // main's starts and joins
        Assert.True(run.Choices < counter.Asked); // where only one could go on there was no choice
    }

    private static ScriptedProgram OneOfTwo()
    {
        var program = new ScriptedProgram();
        var (own, shared) = (program.Lock("own"), program.Lock("shared"));
        return program
            .Child("a", a => a.Acquire(own).Release(own).Acquire(shared).Release(shared))
            .Child("b", b => b.Print("hello").Acquire(shared).Release(shared))
            .JoinAll();
    }

    private sealed class Counter : IStrategy
    {
        public int Asked { get; private set; }

        public string Describe() => "counter";

        public Choice Choose(Situation situation)
        {
            Asked++;
            return Choice.Grant(situation.Enabled[0].Actor);
        }
    }

    [Fact]
    public void What_only_one_actor_uses_is_granted_at_once_unless_a_thread_of_its_process_could_see_what_follows()
    {
        Assert.Equal(1, OrdersOf(program => program.Child("c", c => c.Print("c"))));
        Assert.True(OrdersOf(program => program.Thread("t", t => t.Print("t"))) > 1);
        Assert.Equal(1, OrdersOf(program => program.Thread("t", t => t.Print("t").Quietly())));
    }

    private static int OrdersOf(Func<ScriptedProgram, ScriptedProgram> add)
    {
        var program = add(new ScriptedProgram());
        program.Main.Print("one").Print("two");
        var options = RunOptions.Default with { Pruning = new Pruning(new Profile()) };
        return Enumerable
            .Range(0, 50)
            .Select(seed => Arbiter.Run(program.Stage(), new RandomWalk((ulong)seed), options))
            .Select(run =>
                string.Concat(run.Steps.Where(s => s.Operation.Kind == OperationKind.Print).Select(s => s.Actor))
            )
            .Distinct()
            .Count();
    }
}
