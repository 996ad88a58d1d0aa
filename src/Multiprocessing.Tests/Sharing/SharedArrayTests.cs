namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>CPython's <c>_TestArray</c>, where a test names its case.</summary>
public sealed class SharedArrayTests
{
    [Fact] // _TestArray.test_array
    public void An_array_that_a_child_doubles_is_doubled_here()
    {
        var array = new SharedArray<double>([1.5, -2, 1e300]);
        Assert.Equal(0, new Process(QueueChildren.Double, array).RunToEnd());
        Assert.Equal([3, -4, 2e300], array.ToArray());
        Assert.Equal(2e300, array[^1]);
    }

    [Fact] // _TestArray.test_array_from_size
    public void An_array_of_a_size_is_zero_and_holds_nothing_of_older_arrays()
    {
        var old = new SharedArray<int>(100_000);
        for (int index = 0; index < old.Length; index++)
        {
            old[index] = 7;
        }
        Assert.All(new SharedArray<int>(100_000).ToArray(), element => Assert.Equal(0, element));
        Assert.Equal(0, new SharedArray<int>(0).Length);
    }

    [Fact]
    public void Elements_that_do_not_exist_are_refused_with_the_length()
    {
        var array = new SharedArray<int>(3, "scores");
        foreach (int index in (int[])[-1, 3, int.MinValue, int.MaxValue])
        {
            string message = Assert.Throws<ArgumentOutOfRangeException>(() => array[index] = 1).Message;
            Assert.Contains("scores has 3 elements", message);
            Assert.Throws<ArgumentOutOfRangeException>(() => array[index]);
            Assert.Throws<ArgumentOutOfRangeException>(() => array.Add(index, 1));
        }
        Assert.Equal([0, 0, 0], array.ToArray());
    }

    [Fact]
    public void Elements_that_processes_count_up_by_comparing_lose_nothing_and_touch_no_neighbour()
    {
        var array = new SharedArray<long>(3);
        Process[] workers =
        [
            .. Enumerable.Range(0, 3).Select(_ => new Process(QueueChildren.CountByComparing, array, 1000)),
        ];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.JoinWatched());
        Assert.Equal([0, 3000, 0], array.ToArray());
    }

    [Fact] // _TestArray.test_getobj_getlock_obj
    public void An_array_has_one_lock_that_is_the_same_in_every_copy()
    {
        var array = new SharedArray<byte>([1, 2]);
        var copy = (SharedArray<byte>)Control.Wire.Decode(Control.Wire.Encode(array))!;
        using (copy.Enter())
        {
            Assert.Equal("RLock(owner: MainProcess, count: 1)", array.Lock.ToString());
        }
        Assert.Equal((2, 2), (copy.Length, copy[1]));
    }

    [Fact]
    public void Elements_that_no_processor_reads_in_one_piece_work_as_well()
    {
        var array = new SharedArray<Spot>(2000) { [1999] = new Spot(1, 2, 3), [0] = new Spot(4, 5, 6) };
        Assert.Equal((new Spot(4, 5, 6), new Spot(1, 2, 3), default), (array[0], array[1999], array[1]));
    }

    [Fact]
    public void An_array_that_is_too_long_or_has_no_length_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SharedArray<int>(-1));
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new SharedArray<long>(int.MaxValue)).Message;
        Assert.Contains("1024 MiB", message);
        Assert.Equal("SharedArray(scores, length: 4)", new SharedArray<int>(4, "scores").ToString());
    }
}
