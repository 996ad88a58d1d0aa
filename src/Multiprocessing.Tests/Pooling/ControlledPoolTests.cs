using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a pool announces to a controller.</summary>
public sealed class ControlledPoolTests
{
    [Fact]
    public void Workers_are_started_as_daemons_and_then_the_results_thread_as_an_actor_of_this_process()
    {
        int actor = 0;
        using var controller = new FakeController(o => new Decision(
            Outcome.Go,
            o.Kind == OperationKind.Start ? ++actor : 0
        ));
        _ = new Pool(2, "fetchers");
        Assert.Equal(
            [(OperationKind.Start, 1), (OperationKind.Start, 1), (OperationKind.Start, Operation.Thread)],
            controller.Arrived.Select(operation => (operation.Kind, operation.Argument))
        );
        Assert.True(controller.Arrived[2].StartsThread);
        (int hosted, string name, _) = Assert.Single(controller.Hosted);
        Assert.Equal((3, "fetchers's results thread"), (hosted, name));
        CurrentProcess.BeginMain(); // The workers were never there, so nothing has to be ended.
    }

    [Fact]
    public void Each_call_is_a_put_and_the_end_is_a_close_the_joins_of_all_workers_and_the_join_of_the_thread()
    {
        int actor = 0;
        using var controller = new FakeController(o => new Decision(
            Outcome.Go,
            o.Kind == OperationKind.Start ? ++actor : 0
        ));
        var pool = new Pool(2);
        controller.Arrived.Clear();
        AsyncResult<int> result = pool.ApplyAsync(PoolWork.Square, 3);
        pool.Close();
        result.Wait(TimeSpan.FromSeconds(1));
        pool.Join();
        Assert.Equal(
            [
                OperationKind.Put,
                OperationKind.Close,
                OperationKind.Wait,
                OperationKind.Join,
                OperationKind.Join,
                OperationKind.Close,
                OperationKind.Join,
            ],
            controller.Arrived.Select(operation => operation.Kind)
        );
        // After the last join, and after what the caller asked for, the caller's own code runs.
        Assert.Equal([3, 4, 5], Enumerable.Range(0, 7).Where(at => controller.Arrived[at].IsQuiet));
        Assert.Equal(TimeSpan.TicksPerSecond, controller.Arrived[2].Timeout);
        Assert.Equal([1, 2, 3], controller.Arrived.Where(o => o.Kind == OperationKind.Join).Select(o => o.Object));
        CurrentProcess.BeginMain();
    }

    [Fact]
    public void The_results_thread_hands_out_what_it_gets_calls_back_and_makes_the_result_ready()
    {
        byte[]? task = null;
        System.Collections.Generic.Queue<byte[]?> answers = [];
        using var controller = new FakeController(operation =>
        {
            task = operation.Kind == OperationKind.Put ? operation.Payload : task;
            return new Decision(
                Outcome.Go,
                0,
                operation.Kind == OperationKind.Get && answers.TryDequeue(out byte[]? answer) ? answer : null
            );
        });
        var pool = new Pool(1);
        List<int> seen = [];
        AsyncResult<int> result = pool.ApplyAsync(PoolWork.Square, 3, seen.Add);
        answers.Enqueue(PoolMessages.Perform(task, new PoolCallees(), new WireBuffer()).ToArray());
        controller.Arrived.Clear();
        controller.Hosted[0].Body();
        Assert.Equal(
            [(OperationKind.Get, false), (OperationKind.Set, true), (OperationKind.Get, false)],
            controller.Arrived.Select(operation => (operation.Kind, operation.IsQuiet))
        );
        Assert.Equal([9], seen);
        Assert.Equal(9, result.Get());
        CurrentProcess.BeginMain();
    }

    [Fact]
    public void Work_that_another_thread_shut_out_by_Close_is_refused()
    {
        using var controller = new FakeController(operation => new Decision(
            Outcome.Go,
            operation.Kind == OperationKind.Put ? -1 : 0
        ));
        var pool = new Pool(1);
        var thrown = Assert.Throws<MultiprocessingUsageException>(() => pool.ApplyAsync(PoolWork.Square, 3));
        Assert.Contains("pool not running", thrown.Message);
        CurrentProcess.BeginMain();
    }

    [Fact]
    public void A_controller_that_knows_one_actor_a_process_refuses_a_second_one_by_name()
    {
        IController plain = new OneActor();
        var thrown = Assert.Throws<NotSupportedException>(() => plain.Host(1, "Pool-1's results thread", () => { }));
        Assert.Contains("Pool-1's results thread", thrown.Message);
    }

    private sealed class OneActor : IController
    {
        public Decision Arrive(in Operation operation) => new(Outcome.Go);

        public int AllocateSlot() => throw new NotSupportedException();
    }
}
