using System.Diagnostics;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Looks into a primitive's slot until so many sleep on it. No time is part of what is tested.</summary>
internal static class Asleep
{
    public static unsafe void AwaitSleepers(this Primitive primitive, int count) =>
        Await(() => Volatile.Read(ref *(int*)(Session.Current.Slot(primitive.Offset) + SlotLayout.Sleepers)) >= count);

    public static void Await(Func<bool> what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!what())
        {
            Assert.True(
                Stopwatch.GetElapsedTime(start) < Watchdog.Limit,
                $"Nothing came of it within {Watchdog.Limit}."
            );
            Thread.Yield();
        }
    }
}
