// fails: No_ticket_is_sold_twice: between the second look and the writing others may buy.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
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
        if (file.Read(buyer) == 0)
        {
            Buyer.GoAway(buyer);
            return;
        }
        var left = file.Read(buyer);
        if (left == 0)
        {
            Buyer.GoAway(buyer);
            return;
        }
        file.Replace(buyer, left - 1);
        Buyer.GetTicket(buyer);
    }
}
