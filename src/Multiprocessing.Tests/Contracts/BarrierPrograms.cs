namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="BarrierContract"/>.</summary>
public static class BarrierPrograms
{
    public static void KeepStep(string objects)
    {
        using var kit = new Kit(objects);
        (BarrierBase square, var count) = (kit.Barrier(2), new Value<int>());
        Kit.End(Kit.Start(MarchTwice, square, count), Kit.Start(MarchTwice, square, count));
        Kit.That(count.Value == 4, "everybody took every step");
    }

    public static void GivePlaces(string objects)
    {
        using var kit = new Kit(objects);
        (BarrierBase square, var places) = (kit.Barrier(3), new SharedArray<int>(3));
        Process[] parties = [Kit.Start(TakePlace, square, places), Kit.Start(TakePlace, square, places)];
        _ = places.Add(square.Wait(), 1);
        Kit.End(parties);
        Kit.That(places[0] == 1 && places[1] == 1 && places[2] == 1, "each place was given once");
    }

    public static void Abort(string objects)
    {
        using var kit = new Kit(objects);
        BarrierBase square = kit.Barrier(2);
        Process party = Kit.Start(ExpectBroken, square);
        square.Abort();
        Kit.That(square.IsBroken, "it is broken");
        Kit.Refused<BrokenBarrierException>(() => square.Wait());
        Kit.End(party);
    }

    public static void Reset(string objects)
    {
        using var kit = new Kit(objects);
        BarrierBase square = kit.Barrier(3);
        square.Reset();
        Kit.That(!square.IsBroken && square.NumberWaiting == 0, "where nobody waits a reset changes nothing");
        Process party = Kit.Start(ExpectBroken, square);
        Kit.Until(() => square.NumberWaiting == 1);
        square.Reset();
        Kit.End(party);
        Kit.End(Kit.Start(Pass, square), Kit.Start(Pass, square), Kit.Start(Pass, square));
        Kit.That(!square.IsBroken, "it is whole");
    }

    public static void AbortAndReset(string objects)
    {
        using var kit = new Kit(objects);
        BarrierBase square = kit.Barrier(2);
        square.Abort();
        Kit.End(Kit.Start(ExpectBroken, square));
        square.Reset();
        Kit.That(!square.IsBroken, "it is whole again");
        Process party = Kit.Start(Pass, square);
        _ = square.Wait();
        Kit.End(party);
    }

    public static void TimeOut(string objects)
    {
        using var kit = new Kit(objects);
        BarrierBase square = kit.Barrier(3);
        Process party = Kit.Start(ExpectBroken, square);
        Kit.Refused<BrokenBarrierException>(() => square.Wait(TimeSpan.FromTicks(5)));
        Kit.End(party);
        Kit.That(square.IsBroken, "it stays broken");
    }

    public static void PassAlone(string objects)
    {
        using var kit = new Kit(objects);
        BarrierBase square = kit.Barrier(1);
        Kit.That(square.Wait() == 0 && square.Wait(TimeSpan.Zero) == 0, "who is alone goes on");
        Kit.That(square.Parties == 1 && square.NumberWaiting == 0, "nobody waits");
    }

    private static void MarchTwice(BarrierBase square, Value<int> count)
    {
        for (int step = 1; step <= 2; step++)
        {
            _ = count.Add(1);
            _ = square.Wait();
            Kit.That(count.Value >= 2 * step, "all have taken this step");
        }
    }

    private static void TakePlace(BarrierBase square, SharedArray<int> places) => _ = places.Add(square.Wait(), 1);

    private static void Pass(BarrierBase square) => _ = square.Wait();

    private static void ExpectBroken(BarrierBase square) => Kit.Refused<BrokenBarrierException>(() => square.Wait());
}
