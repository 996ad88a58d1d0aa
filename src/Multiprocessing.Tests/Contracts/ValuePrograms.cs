namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="ValueContract"/>.</summary>
public static class ValuePrograms
{
    public static void ChangeAllTypes()
    {
        var (number, wide, share) = (new Value<int>(5), new Value<long>(1L << 40), new Value<double>(0.5));
        var (letter, flag, small) = (new Value<char>('a'), new Value<bool>(), new Value<byte>());
        var (day, weekday) = (new Value<DateTime>(new DateTime(2020, 2, 28)), new Value<DayOfWeek>());
        Process child = Kit.Start(Change, number, wide, share, letter, flag, small, day, weekday);
        Kit.End(child);
        Kit.That(number.Value == -6 && wide.Value == (1L << 40) + 1, "whole numbers are what the child made them");
        Kit.That(double.IsNaN(share.Value), "so is no number at all");
        Kit.That(letter.Value == 'é' && flag.Value && small.Value == 255, "so are small ones");
        Kit.That(day.Value == new DateTime(2020, 2, 29), "so is a day");
        Kit.That(weekday.Value == DayOfWeek.Saturday, "so is a member of an enum");
    }

    public static void ChangeOneField()
    {
        var spot = new Value<Spot>(new Spot(1, 2, 3));
        Kit.End(Kit.Start(Move, spot));
        Kit.That(spot.Value == new Spot(1, 7, 3), "only one field has changed");
    }

    public static void AddInOneStep()
    {
        var (total, sums) = (new Value<int>(10), new Queue<int>());
        Kit.End(Kit.Start(AddTwice, total, sums), Kit.Start(AddTwice, total, sums));
        Kit.That(total.Value == 14, "nothing was lost");
        int[] seen = [sums.Get(), sums.Get(), sums.Get(), sums.Get()];
        Kit.That(seen.Order().SequenceEqual([11, 12, 13, 14]), "each sum was told once");
    }

    public static void CountUnderLock()
    {
        var total = new Value<long>();
        Kit.End(Kit.Start(CountTwice, total), Kit.Start(CountTwice, total));
        Kit.That(total.Value == 4, "nothing was lost");
    }

    public static void ReplaceOnce()
    {
        var (seat, winners) = (new Value<int>(), new Value<int>());
        Kit.End(Kit.Start(Replace, seat, winners, 1), Kit.Start(Replace, seat, winners, 2));
        Kit.That(winners.Value == 1, "one has replaced it");
        Kit.That(seat.Value is 1 or 2, "and it is what that one wrote");
        Kit.That(seat.CompareExchange(0, 5) is 1 or 2 && seat.Value != 0, "what is not equal is not replaced");
    }

    public static void WrapAround()
    {
        var (narrow, wide) = (new Value<int>(int.MaxValue), new Value<long>(long.MaxValue));
        Kit.That(narrow.Add(1) == int.MinValue && narrow.Value == int.MinValue, "an int wraps around");
        Kit.That(wide.Add(2) == long.MinValue + 1 && wide.Value == long.MinValue + 1, "a long wraps around");
    }

    public static void HoldItsLock()
    {
        var (total, held, goOn) = (new Value<int>(), new Semaphore(0), new Semaphore(0));
        Process holder = Kit.Start(HoldTwice, total, held, goOn);
        Kit.Take(held);
        Kit.That(!total.Lock.TryAcquire(), "the child holds it");
        goOn.Release();
        using (total.Enter())
        {
            Kit.That(total.Value == 2, "it is free when the child has left it as often as it entered");
        }
        Kit.End(holder);
    }

    public static void WriteUnderALock()
    {
        var (total, done) = (new Value<int>(), new Semaphore(0));
        using (total.Enter())
        {
            Process writer = Kit.Start(Write, total, done);
            Kit.Take(done);
            Kit.That(total.Value == 3, "the child wrote although the lock was held");
            Kit.End(writer);
        }
    }

    public static void Travel()
    {
        var (letters, answer) = (new Queue<Value<int>>(), new Value<int>(1, "answer"));
        Process child = Kit.Start(Answer, letters);
        letters.Put(answer);
        Kit.End(child);
        Kit.That(answer.Value == 42, "the child wrote into what it was sent");
    }

    public static void MirrorSpot()
    {
        var spot = new Value<Spot>();
        Process writer = Kit.Start(Mirror, spot);
        for (int look = 0; look < 5; look++)
        {
            Spot seen = spot.Value;
            Kit.That(seen.X == seen.Y && seen.Y == seen.Z, $"{seen} is whole");
        }
        Kit.End(writer);
        Kit.That(spot.Value == new Spot(3, 3, 3), "the last one stays");
    }

    private static void Change(
        Value<int> number,
        Value<long> wide,
        Value<double> share,
        Value<char> letter,
        Value<bool> flag,
        Value<byte> small,
        Value<DateTime> day,
        Value<DayOfWeek> weekday
    )
    {
        Kit.That(number.Value == 5 && share.Value == 0.5 && letter.Value == 'a', "it begins as it was made");
        Kit.That(!flag.Value && small.Value == 0 && weekday.Value == DayOfWeek.Sunday, "or as zero");
        number.Value = -6;
        wide.Value++;
        share.Value = double.NaN;
        (letter.Value, flag.Value, small.Value) = ('é', true, 255);
        day.Value = day.Value.AddDays(1);
        weekday.Value = DayOfWeek.Saturday;
    }

    private static void Move(Value<Spot> spot) => spot.Value = spot.Value with { Y = 7 };

    private static void AddTwice(Value<int> total, Queue<int> sums)
    {
        sums.Put(total.Add(1));
        sums.Put(total.Add(1));
    }

    private static void CountTwice(Value<long> total)
    {
        for (int time = 0; time < 2; time++)
        {
            using (total.Enter())
            {
                total.Value += 1;
            }
        }
    }

    private static void Replace(Value<int> seat, Value<int> winners, int mine)
    {
        int before = seat.CompareExchange(mine, 0);
        Kit.That(before == 0 || before == 3 - mine, "what was there is told");
        if (before == 0)
        {
            _ = winners.Add(1);
        }
    }

    private static void HoldTwice(Value<int> total, Semaphore held, Semaphore goOn)
    {
        using (total.Enter())
        {
            using (total.Enter())
            {
                total.Value = 1;
            }
            held.Release();
            goOn.Acquire();
            total.Value = 2;
        }
    }

    private static void Write(Value<int> total, Semaphore done)
    {
        total.Value = 3;
        done.Release();
    }

    private static void Answer(Queue<Value<int>> letters)
    {
        Value<int> answer = letters.Get();
        Kit.That(answer.Name == "answer" && answer.Value == 1, "it is what was sent");
        answer.Value = 42;
    }

    private static void Mirror(Value<Spot> spot)
    {
        for (long number = 1; number <= 3; number++)
        {
            spot.Value = new Spot(number, number, number);
        }
    }
}
