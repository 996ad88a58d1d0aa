namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class SemaphoreTests
{
    [Fact]
    public void Processes_that_count_under_a_semaphore_of_one_lose_nothing() =>
        Assert.Equal(2000, LockTests.CountWith(new Semaphore()));

    [Fact]
    public void A_semaphore_gives_as_many_units_as_it_has()
    {
        var rooms = new Semaphore(2);
        Assert.True(rooms.TryAcquire());
        Assert.True(rooms.TryAcquire());
        Assert.False(rooms.TryAcquire());
        rooms.Release();
        Assert.Equal("Semaphore(value: 1)", rooms.ToString());
        Assert.True(rooms.TryAcquire(TimeSpan.Zero));
    }

    [Fact]
    public void A_semaphore_may_grow_beyond_its_first_value()
    {
        var rooms = new Semaphore(0);
        rooms.Release();
        rooms.Release();
        Assert.Equal(2, rooms.Value);
    }

    [Fact]
    public void A_semaphore_cannot_begin_below_zero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Semaphore(-1));

    [Fact]
    public void Two_processes_are_inside_together_when_there_are_two_units()
    {
        var (rooms, inside, leave) = (new Semaphore(2), new Semaphore(0), new Semaphore(0));
        Process[] guests = [.. Enumerable.Range(0, 2).Select(_ => new Process(Visit, rooms, inside, leave))];
        Array.ForEach(guests, guest => guest.Start());
        inside.AcquireWatched();
        inside.AcquireWatched();
        Assert.False(rooms.TryAcquire());
        leave.Release();
        leave.Release();
        Array.ForEach(guests, guest => guest.JoinWatched());
        Assert.Equal(2, rooms.Value);
    }

    [Fact]
    public void A_time_that_passes_takes_nothing()
    {
        var rooms = new Semaphore(0);
        Assert.False(rooms.TryAcquire(TimeSpan.FromMilliseconds(1)));
        rooms.Release();
        Assert.Equal(1, rooms.Value);
    }

    [Fact]
    public void A_bounded_semaphore_refuses_one_release_too_many()
    {
        var rooms = new BoundedSemaphore(1, "rooms");
        Assert.Equal("BoundedSemaphore(value: 1, maximum: 1)", rooms.ToString());
        string message = Assert.Throws<MultiprocessingUsageException>(rooms.Release).Message;
        Assert.Contains("rooms was released while all its 1 units were free", message);
        Assert.Contains("semaphore or lock released too many times", message);
        Assert.Equal(1, rooms.Value);
    }

    [Fact]
    public void Of_many_releases_too_many_at_the_same_time_a_bounded_semaphore_lets_none_pass()
    {
        var (rooms, start) = (new BoundedSemaphore(3), new Semaphore(0));
        rooms.Acquire();
        rooms.Acquire();
        SharedNumber[] refusals = [.. Enumerable.Range(0, 3).Select(_ => SharedNumber.Create())];
        Process[] racers = [.. refusals.Select(refused => new Process(ReleaseOften, rooms, start, refused))];
        Array.ForEach(racers, racer => racer.Start());
        Array.ForEach(racers, _ => start.Release());
        Array.ForEach(racers, racer => racer.JoinWatched());
        Assert.Equal(3, rooms.Value);
        Assert.Equal((3 * 100) - 2, refusals.Sum(refused => refused.Value));
    }

    private static void Visit(Semaphore rooms, Semaphore inside, Semaphore leave)
    {
        using (rooms.Enter())
        {
            inside.Release();
            leave.Acquire();
        }
    }

    private static void ReleaseOften(BoundedSemaphore rooms, Semaphore start, SharedNumber refused)
    {
        start.Acquire();
        for (int time = 0; time < 100; time++)
        {
            Children.TryToRelease(rooms, refused);
        }
    }
}
