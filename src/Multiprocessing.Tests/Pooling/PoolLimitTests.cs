using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a pool does with values that are large, and with answers that are none.</summary>
public sealed class PoolLimitTests
{
    private const int Large = 70_000_000;

    [SlowFact]
    public void For_real_an_argument_and_a_result_may_be_as_large_as_memory_allows()
    {
        using var pool = new Pool(1);
        Assert.Equal(Large, pool.Apply(PoolWork.Length, new byte[Large]));
        Assert.Equal(Large, pool.Apply(PoolWork.Bytes, Large).Length);
    }

    [SlowTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_worker_that_answers_what_nobody_can_read_costs_its_task_only(bool readable)
    {
        using var pool = new Pool(1);
        AsyncResult<string> result = readable
            ? pool.ApplyAsync(PoolWork.Babble, 1_000_000)
            : pool.ApplyAsync(PoolWork.Stammer, 1_000_000);
        Assert.True(result.Wait(Watchdog.Limit));
        var thrown = Assert.Throws<WireFormatException>(() => result.Get());
        Assert.Contains(readable ? "part 7 of job 7" : "malformed", thrown.Message);
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3));
    }

    [SlowFact]
    public void In_a_controlled_run_an_argument_that_is_too_large_is_refused_by_the_call_with_size_and_limit()
    {
        using var controller = Limited();
        var pool = new Pool(1);
        var thrown = Assert.Throws<MultiprocessingUsageException>(() =>
            pool.ApplyAsync(PoolWork.Echo, new string('x', 5000))
        );
        Assert.Matches("PoolWork.Echo.* 5,[0-9]{3} bytes.* 2,000", thrown.Message);
        Assert.DoesNotContain(controller.Arrived, operation => operation.Kind == OperationKind.Put);
        CurrentProcess.BeginMain();
    }

    [SlowFact]
    public void In_a_controlled_run_a_chunk_that_is_too_large_is_refused_with_the_advice_to_cut_it_smaller()
    {
        using var controller = Limited();
        var pool = new Pool(1);
        string?[] items = [.. Enumerable.Repeat(new string('x', 500), 100)];
        var thrown = Assert.Throws<MultiprocessingUsageException>(() => pool.Map(PoolWork.Echo, items));
        Assert.Contains("chunkSize", thrown.Message);
        Assert.NotNull(pool.MapAsync(PoolWork.Echo, items, chunkSize: 1));
        CurrentProcess.BeginMain();
    }

    [SlowTheory]
    [InlineData(nameof(PoolWork.Bytes), "PoolWork.Bytes returned 5,[0-9]{3} bytes.* 2,000")]
    [InlineData(nameof(PoolWork.ThrowMuch), "exception.* 5,[0-9]{3} bytes.* 2,000.*xxx")]
    public void In_a_controlled_run_an_answer_that_is_too_large_is_an_error_with_size_and_limit(
        string what,
        string says
    )
    {
        using var controller = Limited();
        byte[] task = TaskOf(what, 5000);
        byte[]? answer = WorkOn(controller, task);
        Assert.NotNull(answer);
        var thrown = PoolMessages.Read(answer).Read<object>(new object[1]);
        Assert.Matches(says, Assert.IsType<RemoteException>(thrown).Message);
    }

    [SlowFact]
    public void An_exception_whose_message_cannot_be_read_is_an_answer_all_the_same()
    {
        byte[] task = TaskOf(nameof(PoolWork.ThrowUnreadable), 0);
        byte[] answer = PoolMessages.Perform(task, new PoolCallees(), new WireBuffer()).ToArray();
        var thrown = PoolMessages.Read(answer).Read<int>(new int[1]);
        Assert.EndsWith(nameof(UnreadableException), Assert.IsType<RemoteException>(thrown).TypeName);
        Assert.Contains("could not be read", thrown.Message);
    }

    private static byte[] TaskOf(string function, int argument)
    {
        var told = new PoolFunction(typeof(PoolWork).GetMethod(function)!, tellsPlaces: false);
        return PoolMessages.Task(1, 0, told, [argument], OneArgument<int>.Only).Message;
    }

    // As the arbiter's channel does: what does not fit never leaves the actor.
    private static FakeController Limited()
    {
        int actor = 0;
        FakeController? controller = null;
        controller = new FakeController(operation =>
            operation.Payload?.Length > controller!.PayloadLimit
                ? throw new NotSupportedException("too large for the channel")
                : new Decision(Outcome.Go, operation.Kind == OperationKind.Start ? ++actor : 0)
        )
        {
            PayloadLimit = 2000,
        };
        return controller;
    }

    // Runs a worker, here, over one task.
    private static byte[]? WorkOn(FakeController controller, byte[] task)
    {
        byte[]? next = task;
        byte[]? answer = null;
        controller.Answer = operation =>
        {
            if (operation.Payload?.Length > controller.PayloadLimit)
            {
                throw new NotSupportedException("too large for the channel");
            }
            answer = operation.Kind == OperationKind.Put ? operation.Payload : answer;
            byte[]? given = operation.Kind == OperationKind.Get ? next : null;
            next = null;
            return new Decision(Outcome.Go, 0, given);
        };
        var setup = new PoolSetup("pool", PoolSizing.Fixed(1), null, [], 0);
        new PoolWorker(new TaskQueue("tasks"), new TaskQueue("results"), 0, setup).Run();
        return answer;
    }
}
