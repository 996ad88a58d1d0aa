using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Initializers, and limits of tasks, in a controlled run.</summary>
public sealed class ControlledInitializerTests
{
    [Fact]
    public void A_worker_calls_its_initializer_before_it_asks_for_a_task()
    {
        using var controller = new FakeController();
        PoolWork.Own = 0;
        Worker(PoolWork.SetOwn, 3).Run();
        Assert.Equal(3, PoolWork.Own);
        Assert.Equal([OperationKind.Get], controller.Arrived.Select(static operation => operation.Kind));
    }

    [Fact]
    public void A_worker_whose_initializer_throws_puts_that_as_a_result_and_takes_no_task()
    {
        using var controller = new FakeController();
        Worker(PoolWork.Refuse, "no key").Run();
        Operation told = Assert.Single(controller.Arrived);
        Assert.Equal(OperationKind.Put, told.Kind);
        PoolOutcome outcome = PoolMessages.Read(told.Payload);
        Assert.Equal(PoolMessages.NoJob, outcome.Job);
        Assert.Equal("no key", Assert.IsType<RemoteException>(outcome.Read<object>([])).Message);
    }

    [Fact]
    public void The_results_thread_then_drops_the_tasks_fails_what_was_not_done_and_work_is_refused()
    {
        int actor = 0;
        System.Collections.Generic.Queue<byte[]?> answers = [];
        using var controller = new FakeController(operation => new Decision(
            Outcome.Go,
            operation.Kind == OperationKind.Start ? ++actor : 0,
            operation.Kind == OperationKind.Get && answers.TryDequeue(out byte[]? answer) ? answer : null
        ));
        var pool = new Pool(2, "fetchers", PoolWork.Refuse, ["no key"]);
        Exception? told = null;
        AsyncResult<int> result = pool.ApplyAsync(PoolWork.Square, 3, null, e => told = e);
        var failure = new RemoteException("System.InvalidOperationException", "no key", "");
        answers.Enqueue(PoolMessages.Failure(PoolMessages.NoJob, 1, failure, 10_000).ToArray());
        answers.Enqueue(PoolMessages.Failure(PoolMessages.NoJob, 0, failure, 10_000).ToArray());
        controller.Arrived.Clear();
        controller.Hosted[0].Body();
        Operation close = Assert.Single(controller.Arrived, static one => one.Kind == OperationKind.Close);
        Assert.Equal(1, close.Argument);
        var thrown = Assert.Throws<BrokenPoolException>(() => result.Get());
        Assert.Contains($"InvalidOperationException in {pool.Workers[1].Name}: no key", thrown.Message);
        Assert.Same(thrown, told);
        Assert.Throws<BrokenPoolException>(() => pool.ApplyAsync(PoolWork.Square, 3));
        CurrentProcess.BeginMain();
    }

    [Fact]
    public void A_limit_of_tasks_is_refused_by_name()
    {
        using var controller = new FakeController();
        var thrown = Assert.Throws<NotSupportedException>(() => new Pool(1, "fetchers", maxTasksPerChild: 2));
        Assert.Contains("fetchers limits the tasks of a worker (maxTasksPerChild)", thrown.Message);
        Assert.Empty(controller.Arrived);
    }

    private static PoolWorker Worker(Delegate initializer, object argument)
    {
        var setup = new PoolSetup("pool", PoolSizing.Fixed(1), initializer, [argument], 0);
        return new PoolWorker(new TaskQueue("tasks"), new TaskQueue("results"), 0, setup);
    }
}
