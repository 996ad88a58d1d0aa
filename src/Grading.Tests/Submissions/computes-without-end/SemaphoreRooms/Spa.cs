using System.Linq;

namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        // No loop of its own.
        _ = Enumerable.Range(0, int.MaxValue).All(_ => Enumerable.Range(0, int.MaxValue).All(x => x >= -guests));
    }
}
