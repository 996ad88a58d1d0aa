using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests.Platforms;

/// <summary>What every system's words have to do; they run against the back end of the system that they are on.</summary>
public sealed unsafe class WordTests : IDisposable
{
    private const int Far = 64 * 1024;
    private const long Millisecond = 1_000_000;

    private readonly SharedMemory _memory = SharedMemory.Create(2 * Far);

    public void Dispose() => _memory.Dispose();

    [Fact]
    public void A_word_that_has_changed_already_is_not_waited_for()
    {
        *Word(0) = 1;
        Assert.True(Futex.WaitWhile(Word(0), 0));
        Assert.True(Futex.WaitWhile(Word(0), 0, nanoseconds: 0));
    }

    [Fact]
    public void A_time_that_passes_without_a_wake_is_told()
    {
        Assert.False(Futex.WaitWhile(Word(0), 0, Millisecond));
        Assert.False(Futex.WaitWhile(Word(0), 0, 120 * Millisecond));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(Far + 60)]
    public void Who_sleeps_is_woken_by_who_maps_the_same_memory_elsewhere(int offset)
    {
        using SharedMemory again = Again();
        var sleeper = new Aside(() => SleepWhile(Word(offset), 0));
        sleeper.Start();
        int* there = (int*)(again.Base + offset);
        Volatile.Write(ref *there, 1);
        Futex.Wake(there);
        sleeper.JoinWatched();
    }

    [Fact]
    public void All_who_sleep_can_be_woken_at_once()
    {
        Aside[] sleepers = [.. Enumerable.Range(0, 8).Select(_ => new Aside(() => SleepWhile(Word(0), 0)))];
        Array.ForEach(sleepers, static sleeper => sleeper.Start());
        Volatile.Write(ref *Word(0), 1);
        Futex.Wake(Word(0), int.MaxValue);
        Array.ForEach(sleepers, static sleeper => sleeper.JoinWatched());
    }

    [Fact]
    public void A_turn_is_handed_to_and_fro_many_times_and_never_lost()
    {
        const int Turns = 2000;
        var other = new Aside(() => Play(1, Turns));
        other.Start();
        Play(0, Turns);
        other.JoinWatched();
        Assert.Equal(2 * Turns, *Word(0));
    }

    [Fact]
    public void Sleepers_that_were_killed_leave_the_word_to_the_others()
    {
        var gate = new Semaphore(0);
        var begun = new Semaphore(0);
        Process[] killed = [.. Enumerable.Range(0, 3).Select(_ => new Process(AcquireForEver, gate, begun))];
        Array.ForEach(killed, static child => child.Start());
        Array.ForEach(killed, _ => begun.AcquireWatched());
        Array.ForEach(killed, static child => child.Kill());
        Array.ForEach(killed, static child => child.JoinWatched());
        using var last = new Process(Children.AcquireOnce, gate);
        last.Start();
        gate.Release();
        last.JoinWatched();
        Assert.Equal(0, last.ExitCode);
    }

    private static void AcquireForEver(Semaphore gate, Semaphore begun)
    {
        begun.Release();
        gate.Acquire();
    }

    private static void SleepWhile(int* word, int expected)
    {
        while (Volatile.Read(ref *word) == expected)
        {
            Futex.WaitWhile(word, expected);
        }
    }

    private void Play(int side, int turns)
    {
        int* word = Word(0);
        for (int turn = 0; turn < turns; turn++)
        {
            for (int seen = Volatile.Read(ref *word); seen % 2 != side; seen = Volatile.Read(ref *word))
            {
                Futex.WaitWhile(word, seen);
            }
            _ = Interlocked.Increment(ref *word);
            Futex.Wake(word);
        }
    }

    private SharedMemory Again() => SharedMemory.Map(Copied.Of(_memory.Descriptor), _memory.Length);

    private int* Word(int offset) => (int*)(_memory.Base + offset);
}
