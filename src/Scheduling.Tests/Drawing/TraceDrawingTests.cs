using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class TraceDrawingTests
{
    [Fact]
    public void A_deadlock_is_drawn_with_a_column_for_each_actor_and_who_waits_below() =>
        Approved.Check(TraceDrawing.Draw(AbBaDeadlocked()));

    [Fact]
    public void The_step_where_a_claim_broke_is_pointed_at()
    {
        var run = Arbiter.Run(Corpus.NoSemaphore(2).Stage(), new RoundRobin());
        var faulty = run.Steps.Last(step => MarkText.WhatOf(step.Operation.Text).EndsWith("enters")).Index;
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { FaultyStep = faulty }));
    }

    [Fact]
    public void A_long_trace_leaves_out_what_only_one_actor_could_notice() =>
        Approved.Check(TraceDrawing.Draw(Busy(), new DrawingOptions { FoldAbove = 10 }));

    [Fact]
    public void A_trace_that_is_still_too_long_leaves_out_its_middle()
    {
        var run = Arbiter.Run(Corpus.Workshop(3, 3).Stage(), new RandomWalk(1));
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { MaxLines = 20 }));
    }

    [Fact]
    public void Too_many_actors_for_columns_are_named_on_every_line()
    {
        var run = Arbiter.Run(Corpus.Rooms(8, 2).Stage(), new RandomWalk(3));
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { MaxLines = 30 }));
    }

    [Fact]
    public void Every_kind_of_operation_has_its_words()
    {
        var program = new ScriptedProgram();
        var (gate, two) = (program.RLock("gate"), program.BoundedSemaphore("two", 1));
        var never = program.Semaphore("never", 0);
        program.Child(
            "child",
            c => c.Acquire(gate).Try(two).Print("a line that is rather long to be read\n").Release(two)
        );
        program.Child("other", o => o.Try(gate).Release(gate).Mark("not reached"));
        program.Child("third", t => t.Acquire(never, 5).Sleep(TimeSpan.TicksPerSecond).Release(two));
        program.Main.IsAlive(0).ReadExitCode(1).Join(0, timeout: 0).Join(1, timeout: 9).ReadClock().IsAlive(1);
        program.Main.Sleep(20_000).ReadExitCode(1).Join(2);
        program.Scripts[1].ExitCode = 3;
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { Width = 140 }));
    }

    [Fact]
    public void The_column_of_a_daemon_stops_where_it_is_ended()
    {
        var program = new ScriptedProgram();
        var orders = program.Queue("orders");
        program.Main.StartDaemon(program.Script("cook", cook => cook.Get(orders)));
        program.Main.StartDaemon(program.Script("porter", porter => porter.Print("good evening")));
        program.Child("guest", guest => guest.Mark("eats"));
        program.Main.Join(1).Terminate(0).Terminate(1).Mark("closes").Join(2);
        Approved.Check(TraceDrawing.Draw(Arbiter.Run(program.Stage(), new RoundRobin())));
    }

    [Fact]
    public void Events_conditions_and_barriers_have_their_words()
    {
        var program = new ScriptedProgram();
        var (gate, ready) = (program.RLock("gate"), program.Condition("ready"));
        var (opening, square) = (program.Event("opening"), program.Barrier("square", 2));
        program.Child(
            "guest",
            g =>
                g.Wait(opening, 0)
                    .IsSet(opening)
                    .Acquire(gate)
                    .WaitOn(gate, ready)
                    .Release(gate)
                    .Meet(square)
                    .Meet(square, 5)
        );
        program.Child(
            "cook",
            c =>
                c.Set(opening)
                    .Acquire(gate)
                    .Notify(gate, ready, 2)
                    .Notify(gate, ready)
                    .Release(gate)
                    .Meet(square, action: true)
                    .Look(square)
                    .Clear(opening)
        );
        program.Main.Wait(opening).Join(0).Look(square).Reset(square).Abort(square).Meet(square);
        var run = Arbiter.Run(program.Stage(), new ActorFirst(1));
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { Width = 140 }));
    }

    [Fact]
    public void A_call_on_an_object_of_a_manager_reads_as_it_stands_in_source()
    {
        var program = new ScriptedProgram();
        var (left, pages) = (
            program.Managed(SlotKind.DictionaryProxy, "left"),
            program.Managed(SlotKind.ListProxy, "pages")
        );
        var (total, gate) = (
            program.Managed(SlotKind.ValueProxy, "total"),
            program.Managed(SlotKind.LockProxy, "gate")
        );
        program.Main.Call(left, ManagerVerb.Create, "count", 100).Call(total, ManagerVerb.Create, 1.5);
        program.Main.Call(left, ManagerVerb.Get, "count").Call(left, ManagerVerb.Set, "count", 99);
        program.Main.Call(left, ManagerVerb.Contains, "count").Call(left, ManagerVerb.Copy).Change(total, null, 1);
        program.Main.Call(pages, ManagerVerb.Add, "a page whose name is long").Call(pages, ManagerVerb.Get, 0);
        program.Main.Call(pages, ManagerVerb.Count).Call(pages, ManagerVerb.AddMany, 1, null, true);
        program.Main.Call(pages, ManagerVerb.Remove).Call(pages, ManagerVerb.Copy).Call(left, ManagerVerb.Keys);
        program.Main.Acquire(gate).Close(gate).Close(left);
        program.Child("late", late => late.Call(left, ManagerVerb.Get, "count"));
        program.Child("wrong", wrong => wrong.Call(pages, ManagerVerb.Get, 7));
        program.Child("after", after => after.Acquire(gate)).JoinAll();
        var run = Arbiter.Run(program.Stage(), new ActorFirst(0));
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { Width = 160 }));
    }

    [Fact]
    public void What_waits_in_a_manager_reads_as_the_primitive_that_it_behaves_like()
    {
        var program = new ScriptedProgram();
        var (settings, scores) = (
            program.Managed(SlotKind.NamespaceProxy, "settings"),
            program.Managed(SlotKind.ArrayProxy, "scores")
        );
        var (orders, opening) = (
            program.Managed(SlotKind.QueueProxy, "orders"),
            program.Managed(SlotKind.EventProxy, "opening")
        );
        var (square, rooms) = (
            program.Managed(SlotKind.BarrierProxy, "square"),
            program.Managed(SlotKind.SemaphoreProxy, "rooms")
        );
        var (gate, ready) = (program.Managed(SlotKind.RLockProxy, "gate"), program.Condition("ready"));
        program.Main.Call(settings, ManagerVerb.Set, "depth", 3).Call(settings, ManagerVerb.Get, "depth");
        program.Main.Call(settings, ManagerVerb.Contains, "depth").Call(settings, ManagerVerb.Keys);
        program.Main.Call(scores, ManagerVerb.Create, 1, 2).Call(scores, ManagerVerb.Copy);
        program.Main.Call(scores, ManagerVerb.Count).PutValue(orders, "soup").Set(opening).Acquire(rooms);
        program.Child("guest", g => g.Wait(opening).Get(orders).Meet(square).Acquire(gate).WaitOn(gate, ready));
        program.Child("cook", c => c.Meet(square).Acquire(gate).Notify(gate, ready).Release(gate));
        program.Child("late", l => l.Acquire(rooms));
        program.Child("hungry", h => h.Get(orders));
        program.Main.Join(0).Close(square).Close(opening);
        program.Child("after", a => a.Set(opening));
        var run = Arbiter.Run(program.Stage(), new ActorFirst(0));
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { Width = 180 }) + '\n' + WaitGraph.Draw(run));
    }

    [Fact]
    public void What_a_call_brought_is_shown_even_where_its_name_has_to_be_cut()
    {
        var program = new ScriptedProgram();
        var left = program.Managed(SlotKind.DictionaryProxy, "left");
        program.Main.Call(left, ManagerVerb.Create, "count", 10);
        for (var seller = 1; seller <= 3; seller++)
        {
            program.Child($"seller-{seller}", child => child.Change(left, "count", -1));
        }
        var run = Arbiter.Run(program.JoinAll().Stage(), new RoundRobin());
        var drawing = TraceDrawing.Draw(run, new DrawingOptions { Width = 80 });
        Assert.Contains("left[\"coun… → 10", drawing);
        Assert.Contains("left[\"count… = 9", drawing);
    }

    [Fact]
    public void Ends_of_pipes_have_their_words()
    {
        var program = new ScriptedProgram();
        var (first, second) = program.Pipe("tube");
        var (reader, writer) = program.Pipe("news", duplex: false, capacity: 8);
        program.Child(
            "asker",
            [first, reader],
            a =>
                a.Poll(first)
                    .SendValue(first, "how many?")
                    .Receive(first)
                    .Receive(reader)
                    .Receive(reader)
                    .CloseEnd(first)
        );
        program.Child(
            "teller",
            [second, writer],
            t => t.Receive(second).SendValue(second, 3).Send(writer, "\u0001").Receive(second).Send(second)
        );
        program.Child(
            "late",
            [first, writer],
            l => l.WaitAny(-1, first, new PipeEnd(1, PipeEnd.Process)).CloseEnd(first)
        );
        program.Child("idle", [second, reader], i => i.WaitAny(0, second).Receive(reader));
        program.Child("full", [writer], f => f.Send(writer).Send(writer));
        program.Child("cut", [second], c => c.Receive(second));
        program.Main.CloseEnd(first).CloseEnd(second).CloseEnd(reader);
        var run = Arbiter.Run(program.JoinAll().Stage(), new RandomWalk(2));
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { Width = 200 }) + "\n" + WaitGraph.Draw(run));
    }

    [Fact]
    public void A_pools_tasks_and_results_have_their_words()
    {
        var program = new ScriptedProgram();
        var (tasks, results) = (program.Queue("Pool-1's tasks"), program.Queue("Pool-1's results"));
        var stream = program.Queue("Pool-1's IMap 1");
        var (first, second) = (
            program.Result("Pool-1's AsyncResult 1", 2),
            program.Result("Pool-1's AsyncResult 2", 2)
        );
        program.Child("PoolWorker-1", w => w.Get(tasks).Put(results).Get(tasks).Get(results, timeout: 0));
        program.Thread("Pool-1's results thread", t => t.Get(results).Set(first).Put(stream).Get(results));
        program
            .Main.Wait(first, timeout: 0)
            .Put(tasks)
            .Wait(first)
            .Close(tasks)
            .Put(tasks)
            .Join(0)
            .Get(stream)
            .Wait(second);
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { Width = 160 }) + '\n' + WaitGraph.Draw(run));
    }

    [Fact]
    public void Queues_and_shared_values_of_a_program_read_as_they_stand_in_source()
    {
        var program = new ScriptedProgram();
        var (orders, left, scores) = (
            program.JoinableQueue("orders", 1),
            program.Value("left"),
            program.Array("scores", 3)
        );
        program.Main.Write(left, 2).WriteAll(scores, 1, 2, 3);
        program.Child("cook", c => c.Get(orders).PutValue(orders, "soup", 0).PutValue(orders, 7, 0).TaskDone(orders));
        program.Child("guest", g => g.Sum(left, -1).CompareExchange(left, 5, 1).Read(left).Get(orders, timeout: 0));
        program.Child("clerk", c => c.Read(scores, 1).Write(scores, 7, 2).Sum(scores, 1, 0).Read(orders).Wait(orders));
        program.Child("late", l => l.Get(orders, timeout: 5).Get(orders));
        program.Main.PutValue(orders, "fish").PutValue(orders, 1.5);
        var run = Arbiter.Run(program.Stage(), new ActorFirst(0));
        Approved.Check(TraceDrawing.Draw(run, new DrawingOptions { Width = 180 }) + '\n' + WaitGraph.Draw(run));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public void No_line_is_wider_than_it_may_be(int width)
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var run = Arbiter.Run(RandomPrograms.Create(seed).Stage(), new RandomWalk(seed));
            var drawing = TraceDrawing.Draw(run, new DrawingOptions { Width = width, FaultyStep = 2 });
            Assert.All(drawing.Split('\n'), line => Assert.True(line.Length <= width, $"{line.Length}: {line}"));
        }
    }

    [Fact]
    public void The_faulty_step_is_never_left_out()
    {
        var run = Arbiter.Run(Corpus.Workshop(3, 3).Stage(), new RandomWalk(1));
        foreach (var step in run.Steps)
        {
            var options = new DrawingOptions { MaxLines = 15, FaultyStep = step.Index };
            Assert.Single(TraceDrawing.Draw(run, options).Split('\n'), line => line.EndsWith('◄'));
        }
    }

    internal static Run AbBaDeadlocked()
    {
        var stage = new ScriptedStage(Corpus.AbBa()) { Lines = LineOf };
        return Arbiter.Run(stage, new Prefix([0, 0, 0, 1, 2, 1, 2]));
    }

    // As if each operation of a worker had its line in one file.
    internal static SourceLine? LineOf(int actor, Operation operation) =>
        operation.Space == ObjectSpace.Slot
            ? new SourceLine("Workshop.cs", 10 * actor + operation.Object / SlotLayout.Size)
            : null;

    private static Run Busy()
    {
        var program = new ScriptedProgram();
        var (own, shared) = (program.Lock("own"), program.Lock("shared"));
        program.Child("a", a => a.Acquire(own).Print("x").Release(own).Acquire(shared).Mark("in").Release(shared));
        program.Child("b", b => b.Sleep(5).ReadClock().Acquire(shared).Mark("in").Release(shared)).JoinAll();
        return Arbiter.Run(program.Stage(), new RoundRobin());
    }
}
