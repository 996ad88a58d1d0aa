namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>CPython's <c>_TestValue</c> and <c>_TestSharedCTypes</c>, where a test names its case.</summary>
public sealed class ValueTests
{
    [SlowFact] // _TestValue.test_value, _TestSharedCTypes.test_sharedctypes
    public void Values_of_all_sizes_that_a_child_changes_are_changed_here()
    {
        var spot = new Value<Spot>(new Spot(1, 2, 3));
        var (letter, flag) = (new Value<char>('a'), new Value<bool>());
        var day = new Value<DateTime>(new DateTime(2020, 2, 28));
        Assert.Equal(0, new Process(QueueChildren.Change, spot, letter, flag, day).RunToEnd());
        Assert.Equal(new Spot(1, 7, 3), spot.Value);
        Assert.Equal(('é', true, new DateTime(2020, 2, 29)), (letter.Value, flag.Value, day.Value));
    }

    [SlowTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Processes_that_count_under_the_values_lock_or_by_Add_lose_nothing(bool byLock)
    {
        var value = new Value<int>(5);
        Process[] workers =
        [
            .. Enumerable.Range(0, 3).Select(_ => new Process(QueueChildren.CountUp, value, 2000, byLock)),
        ];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.JoinWatched());
        Assert.Equal(6005, value.Value);
    }

    [SlowFact] // _TestValue.test_getobj_getlock
    public void A_value_has_one_recursive_lock_that_is_the_same_in_every_copy()
    {
        var value = new Value<long>(name: "left");
        using (value.Enter())
        using (value.Enter())
        {
            Assert.Equal("RLock(owner: MainProcess, count: 2)", value.Lock.ToString());
        }
        var copy = (Value<long>)Control.Wire.Decode(Control.Wire.Encode(value))!;
        copy.Value = 3;
        Assert.Equal((value.Lock.Offset, "left", 3), (copy.Lock.Offset, copy.Name, value.Value));
    }

    [SlowFact]
    public void A_large_value_is_never_seen_half_written_even_if_its_writer_is_killed()
    {
        var (spot, running) = (new Value<Spot>(), new Semaphore(0));
        for (int round = 0; round < 4; round++)
        {
            using var writer = new Process(QueueChildren.MirrorForEver, spot, running);
            writer.Start();
            running.AcquireWatched();
            for (int look = 0; look < 20_000; look++)
            {
                AssertWhole(spot.Value);
            }
            writer.Kill();
            AssertWhole(spot.Value);
            writer.JoinWatched();
            AssertWhole(spot.Value);
        }
        static void AssertWhole(Spot seen) => Assert.True(seen.X == seen.Y && seen.Y == seen.Z, $"{seen} is torn.");
    }

    [SlowFact]
    public void Sums_wrap_around_and_compare_exchange_says_what_was_there()
    {
        var value = new Value<int>(int.MaxValue);
        Assert.Equal(int.MinValue, value.Add(1));
        Assert.Equal(int.MinValue, value.CompareExchange(5, 0));
        Assert.Equal(int.MinValue, value.CompareExchange(5, int.MinValue));
        Assert.Equal(5, value.Value);
        var wide = new Value<long>(1L << 40);
        Assert.Equal((1L << 40) + 2, wide.Add(2));
        Assert.Equal((1L << 40) + 2, wide.CompareExchange(0, (1L << 40) + 2));
        Assert.Equal("Value(0)", wide.ToString());
    }

    [SlowFact]
    public void A_type_that_cannot_travel_is_refused_when_the_value_is_made() =>
        Assert.Contains("address", Assert.Throws<MultiprocessingUsageException>(() => new Value<nint>()).Message);

    [SlowFact]
    public void A_value_of_another_size_than_was_made_is_no_value_at_all()
    {
        byte[] bytes = Control.Wire.Encode(new Value<long>());
        byte[] other = Control.Wire.Encode(new Value<int>());
        byte[] mixed = [.. bytes[..^4], .. other[^4..]];
        Assert.Throws<Control.WireFormatException>(() => Control.Wire.Decode(mixed));
    }
}
