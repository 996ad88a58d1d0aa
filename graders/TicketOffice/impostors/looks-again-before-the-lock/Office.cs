// fails: No_ticket_is_sold_twice: both looks happen before the lock is taken.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var counter = new Lock("counter");
        var visits = new List<Process>();
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var visit = new Process(Visit, buyer, file, counter) { Name = $"buyer-{buyer}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
    }

    private static void Visit(int buyer, TicketFile file, Lock counter)
    {
        if (file.Read(buyer) > 0 && TryBuy(buyer, file, counter))
        {
            Buyer.GetTicket(buyer);
        }
        else
        {
            Buyer.GoAway(buyer);
        }
    }

    private static bool TryBuy(int buyer, TicketFile file, Lock counter)
    {
        var left = file.Read(buyer);
        if (left == 0)
        {
            return false;
        }
        using (counter.Enter())
        {
            file.Replace(buyer, left - 1);
        }
        return true;
    }
}
