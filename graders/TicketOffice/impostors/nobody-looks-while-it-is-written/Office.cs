// fails: Looking_never_waits_for_a_buyer: the file is written over under a lock that everybody needs for looking.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var counter = new Lock("counter");
        var desk = new RLock("desk");
        var visits = new List<Process>();
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var visit = new Process(Visit, buyer, file, counter, desk) { Name = $"buyer-{buyer}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
    }

    private static void Visit(int buyer, TicketFile file, Lock counter, RLock desk)
    {
        if (Look(buyer, file, desk) > 0 && TryBuy(buyer, file, counter, desk))
        {
            Buyer.GetTicket(buyer);
        }
        else
        {
            Buyer.GoAway(buyer);
        }
    }

    private static int Look(int buyer, TicketFile file, RLock desk)
    {
        using (desk.Enter())
        {
            return file.Read(buyer);
        }
    }

    private static bool TryBuy(int buyer, TicketFile file, Lock counter, RLock desk)
    {
        using (counter.Enter())
        {
            var left = Look(buyer, file, desk);
            if (left == 0)
            {
                return false;
            }
            using (desk.Enter())
            {
                file.Write(buyer, left - 1);
            }
            return true;
        }
    }
}
