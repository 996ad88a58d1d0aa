// fails: Each_guest_is_a_process_of_its_own: a process serves one room and all the guests who are sent to it.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var attendants = new List<Process>();
        for (var room = 1; room <= rooms; room++)
        {
            var attendant = new Process(Attend, room, guests, rooms, clumsy) { Name = $"room-{room}" };
            attendant.Start();
            attendants.Add(attendant);
        }
        foreach (var attendant in attendants)
        {
            attendant.Join();
        }
    }

    private static void Attend(int room, int guests, int rooms, int clumsy)
    {
        for (var guest = room; guest <= guests; guest += rooms)
        {
            try
            {
                Stay.Enjoy(guest, clumsy);
            }
            catch (SlippedException slipped)
            {
                Console.WriteLine(slipped.Message);
            }
        }
    }
}
