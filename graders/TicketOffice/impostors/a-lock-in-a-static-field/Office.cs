// fails: No_ticket_is_sold_twice: a static field is made anew in every process, so each buyer has a lock of its own.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    private static readonly Lock s_counter = new("counter");

    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var visits = new List<Process>();
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var visit = new Process(Visit, buyer, file) { Name = $"buyer-{buyer}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
    }

    private static void Visit(int buyer, TicketFile file)
    {
        if (file.Read(buyer) > 0 && TryBuy(buyer, file))
        {
            Buyer.GetTicket(buyer);
        }
        else
        {
            Buyer.GoAway(buyer);
        }
    }

    private static bool TryBuy(int buyer, TicketFile file)
    {
        using (s_counter.Enter())
        {
            var left = file.Read(buyer);
            if (left == 0)
            {
                return false;
            }
            file.Replace(buyer, left - 1);
            return true;
        }
    }
}
