// fails: Every_buyer_gets_a_ticket_or_is_told_and_main_waits_for_all: who finds somebody at the counter is sent away, though tickets may be left.
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
        if (!counter.TryAcquire())
        {
            return false;
        }
        try
        {
            var left = file.Read(buyer);
            if (left == 0)
            {
                return false;
            }
            file.Replace(buyer, left - 1);
            return true;
        }
        finally
        {
            counter.Release();
        }
    }
}
