namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>CPython's <c>_TestQueue.test_task_done</c> and what belongs to it.</summary>
public sealed class JoinableQueueTests
{
    [Fact] // _TestQueue.test_task_done
    public void Join_returns_when_four_workers_have_dealt_with_ten_items()
    {
        var (tasks, sum) = (new JoinableQueue<int>(), new Value<int>());
        Process[] workers =
        [
            .. Enumerable.Range(0, 4).Select(_ => new Process(QueueChildren.Work, tasks, sum) { IsDaemon = true }),
        ];
        Array.ForEach(workers, worker => worker.Start());
        for (int task = 1; task <= 10; task++)
        {
            tasks.Put(task);
        }
        Assert.True(tasks.Join(Watchdog.Limit));
        Assert.Equal(55, sum.Value);
        Array.ForEach(workers, worker => worker.Terminate());
        Array.ForEach(workers, worker => worker.JoinWatched());
    }

    [Fact]
    public void Join_returns_at_once_when_nothing_was_put() => new JoinableQueue<int>().Join();

    [Fact]
    public void An_item_that_was_taken_is_not_dealt_with_before_TaskDone()
    {
        var tasks = new JoinableQueue<int>();
        tasks.Put(1);
        Assert.False(tasks.Join(TimeSpan.Zero));
        _ = tasks.Get();
        Assert.False(tasks.Join(TimeSpan.FromTicks(1)));
        tasks.TaskDone();
        Assert.True(tasks.Join(TimeSpan.Zero));
    }

    [Fact]
    public void TaskDone_too_often_is_refused_in_Pythons_words()
    {
        var tasks = new JoinableQueue<int>(name: "tasks");
        string message = Assert.Throws<MultiprocessingUsageException>(tasks.TaskDone).Message;
        Assert.Contains("task_done() called too many times", message);
        Assert.Contains("tasks", message);
        tasks.Put(1);
        tasks.TaskDone();
        Assert.Throws<MultiprocessingUsageException>(tasks.TaskDone);
    }

    [Fact]
    public void A_joinable_queue_can_be_passed_where_a_queue_is_expected()
    {
        Queue<int> tasks = new JoinableQueue<int>(maxSize: 3);
        Assert.Equal(0, new Process(QueueChildren.PutMany, tasks, 0, 3).RunToEnd());
        Assert.True(tasks.IsFull);
    }
}
