// passes: whoever has taken the only token out of the queue is at the counter.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var counter = new SimpleQueue<string>("counter");
        counter.Put("token");
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

    private static void Visit(int buyer, TicketFile file, SimpleQueue<string> counter)
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

    private static bool TryBuy(int buyer, TicketFile file, SimpleQueue<string> counter)
    {
        var token = counter.Get();
        var left = file.Read(buyer);
        if (left > 0)
        {
            file.Replace(buyer, left - 1);
        }
        counter.Put(token);
        return left > 0;
    }
}
