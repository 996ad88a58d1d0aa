// fails: Looking_never_waits_for_a_buyer: main joins each buyer before it starts the next.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var counter = new Lock("counter");
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var visit = new Process(Visit, buyer, file, counter) { Name = $"buyer-{buyer}" };
            visit.Start();
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
