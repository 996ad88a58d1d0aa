// fails: Every_buyer_gets_a_ticket_or_is_told_and_main_waits_for_all: the buyer who was started last need not be the last to go, and finds the file thrown away.
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
        visits[^1].Join();
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
        using (counter.Enter())
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
