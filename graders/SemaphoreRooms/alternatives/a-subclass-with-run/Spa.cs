// passes: a guest is a subclass of Process that keeps the semaphore in a field.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var freeRooms = new Semaphore(rooms);
        var visits = Enumerable.Range(1, guests).Select(guest => new Visit(guest, clumsy, freeRooms)).ToList();
        visits.ForEach(visit => visit.Start());
        visits.ForEach(visit => visit.Join());
    }
}

public sealed class Visit(int guest, int clumsy, Semaphore freeRooms) : Process
{
    public override void Run()
    {
        using (freeRooms.Enter())
        {
            Stay.Enjoy(guest, clumsy);
        }
    }
}
