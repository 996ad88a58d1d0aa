namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="SharedArrayContract"/>.</summary>
public static class SharedArrayPrograms
{
    private const int Large = 128 * 1024;

    public static void Double()
    {
        var sizes = new SharedArray<double>([1.5, -2, 1e300], "sizes");
        Kit.End(Kit.Start(DoubleAll, sizes));
        Kit.That(sizes.ToArray().SequenceEqual([3, -4, 2e300]), "the child has doubled it");
        Kit.That(sizes[^1] == 2e300, "one may count from the end");
    }

    public static void BeginAtZero()
    {
        var (numbers, none) = (new SharedArray<long>(4), new SharedArray<int>(0));
        Kit.That(numbers.ToArray().SequenceEqual([0, 0, 0, 0]), "it is zero");
        Kit.That(none.Length == 0 && none.ToArray().Length == 0, "there is no element");
        Kit.End(Kit.Start(SeeZeros, numbers, none));
        Kit.That(numbers.ToArray().SequenceEqual([0, 0, 0, 1]), "one is not any more");
    }

    public static void RefuseOutside()
    {
        var scores = new SharedArray<int>([1, 2, 3]);
        Kit.End(Kit.Start(GoOutside, scores));
        Kit.That(scores.ToArray().SequenceEqual([1, 2, 3]), "nothing has changed");
    }

    public static void AddToOne()
    {
        var scores = new SharedArray<int>([5, 5, 5]);
        Kit.End(Kit.Start(AddTwice, scores), Kit.Start(AddTwice, scores));
        Kit.That(scores.ToArray().SequenceEqual([5, 9, 5]), "nothing was lost, and nothing else was touched");
    }

    public static void ClaimAll()
    {
        var (seats, taken) = (new SharedArray<long>(3), new SharedArray<int>(2));
        Kit.End(Kit.Start(Claim, seats, taken, 0), Kit.Start(Claim, seats, taken, 1));
        Kit.That(taken[0] + taken[1] == 3, "each was claimed once");
        Kit.That(seats.ToArray().Count(static seat => seat == 1) == taken[0], "by the one whose number is there");
    }

    public static void HoldItsLock()
    {
        var (pair, held, goOn) = (new SharedArray<int>(2), new Semaphore(0), new Semaphore(0));
        Process holder = Kit.Start(WriteBoth, pair, held, goOn);
        Kit.Take(held);
        Kit.That(!pair.Lock.TryAcquire(), "the child holds it");
        goOn.Release();
        using (pair.Enter())
        {
            Kit.That(pair.ToArray().SequenceEqual([1, 1]), "the child was through with both");
        }
        Kit.End(holder);
    }

    public static void Copy()
    {
        var scores = new SharedArray<int>([1, 2]);
        int[] copy = scores.ToArray();
        scores[0] = 7;
        copy[1] = 8;
        Kit.That(copy.SequenceEqual([1, 8]) && scores.ToArray().SequenceEqual([7, 2]), "they are two");
    }

    public static void Spots()
    {
        var spots = new SharedArray<Spot>(2);
        Process writer = Kit.Start(Mirror, spots);
        for (int look = 0; look < 3; look++)
        {
            Spot seen = spots[1];
            Kit.That(seen.X == seen.Y && seen.Y == seen.Z, $"{seen} is whole");
        }
        Kit.End(writer);
        Kit.That(spots[0] == default && spots[1] == new Spot(2, 2, 2), "only one was written");
    }

    public static void BeginLarge()
    {
        var numbers = new SharedArray<long>(Enumerable.Range(0, Large).Select(static number => (long)number));
        Kit.End(Kit.Start(SeeLast, numbers));
    }

    public static void RefuseLargeBeginning()
    {
        IEnumerable<long> values = Enumerable.Range(0, Large).Select(static number => (long)number);
        Kit.Refused<NotSupportedException>(() => _ = new SharedArray<long>(values));
        var numbers = new SharedArray<long>(Large) { [Large - 1] = Large - 1 };
        Kit.End(Kit.Start(SeeLast, numbers));
    }

    private static void DoubleAll(SharedArray<double> sizes)
    {
        Kit.That(sizes.Name == "sizes" && sizes.Length == 3, "it has come with its name and its length");
        for (int index = 0; index < sizes.Length; index++)
        {
            sizes[index] *= 2;
        }
    }

    private static void SeeZeros(SharedArray<long> numbers, SharedArray<int> none)
    {
        Kit.That(numbers.ToArray().All(static number => number == 0) && none.Length == 0, "it is zero here too");
        numbers[^1] = 1;
    }

    private static void GoOutside(SharedArray<int> scores)
    {
        foreach (int index in (int[])[-1, 3, int.MinValue, int.MaxValue])
        {
            Kit.Refused<ArgumentOutOfRangeException>(() => scores[index] = 7);
            Kit.Refused<ArgumentOutOfRangeException>(() => _ = scores[index]);
            Kit.Refused<ArgumentOutOfRangeException>(() => scores.Add(index, 1));
            Kit.Refused<ArgumentOutOfRangeException>(() => scores.CompareExchange(index, 1, 0));
        }
    }

    private static void AddTwice(SharedArray<int> scores)
    {
        _ = scores.Add(1, 1);
        _ = scores.Add(1, 1);
    }

    private static void Claim(SharedArray<long> seats, SharedArray<int> taken, int who)
    {
        for (int seat = 0; seat < seats.Length; seat++)
        {
            if (seats.CompareExchange(seat, who + 1, 0) == 0)
            {
                _ = taken.Add(who, 1);
            }
        }
    }

    private static void WriteBoth(SharedArray<int> pair, Semaphore held, Semaphore goOn)
    {
        using (pair.Enter())
        {
            pair[0] = 1;
            held.Release();
            goOn.Acquire();
            pair[1] = 1;
        }
    }

    private static void Mirror(SharedArray<Spot> spots)
    {
        for (long number = 1; number <= 2; number++)
        {
            spots[1] = new Spot(number, number, number);
        }
    }

    private static void SeeLast(SharedArray<long> numbers) =>
        Kit.That(numbers[^1] == Large - 1, "the last one is there");
}
