// fails: When_a_guest_leaves_a_waiting_one_may_enter_while_others_are_still_inside: main fills all the rooms and waits until all are empty before it lets anybody else in.
namespace ConcurrencyKatas.SemaphoreRooms;

public static class Spa
{
    public static void Open(int guests, int rooms, int clumsy)
    {
        var visits = new List<Process>();
        for (var guest = 1; guest <= guests; guest++)
        {
            var visit = new Process(Visit, guest, clumsy) { Name = $"guest-{guest}" };
            visit.Start();
            visits.Add(visit);
            if (visits.Count == rooms || guest == guests)
            {
                foreach (var inside in visits)
                {
                    inside.Join();
                }
                visits.Clear();
            }
        }
    }

    private static void Visit(int guest, int clumsy)
    {
        Stay.Enjoy(guest, clumsy);
    }
}
