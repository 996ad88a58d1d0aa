using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Looks behind a queue.</summary>
internal static unsafe class Rings
{
    private const int SleepingGetters = 68;
    private const int SleepingPutters = 132;
    private const int SleepingJoiners = 196;

    /// <summary>Where a queue's ring begins: with its lock.</summary>
    public static byte* Control(SharedObject queue) =>
        SharedBlock.At(
            *(int*)(Session.Current.Slot(queue.Offset) + SharedLayout.Block),
            (long)BulkMemory.PageSize + SharedRing.Capacity
        );

    /// <summary>Waits until somebody sleeps in a Get.</summary>
    public static void UntilSomebodyWaitsForAnItem(SharedObject queue) => Until(queue, SleepingGetters);

    /// <summary>Waits until somebody sleeps in a Put.</summary>
    public static void UntilSomebodyWaitsForRoom(SharedObject queue) => Until(queue, SleepingPutters);

    /// <summary>Waits until somebody sleeps in a Join.</summary>
    public static void UntilSomebodyWaitsForTheRest(SharedObject queue) => Until(queue, SleepingJoiners);

    private static void Until(SharedObject queue, int place)
    {
        nint word = (nint)(Control(queue) + place);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref *(int*)word) > 0, Watchdog.Limit), "Nobody waits.");
    }
}
