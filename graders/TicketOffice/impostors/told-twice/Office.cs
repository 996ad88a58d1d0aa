// fails: Every_buyer_gets_a_ticket_or_is_told_and_main_waits_for_all: the one who buys is sent away afterwards, because a return is missing.
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
        if (file.Read(buyer) > 0)
        {
            using (counter.Enter())
            {
                var left = file.Read(buyer);
                if (left > 0)
                {
                    file.Replace(buyer, left - 1);
                    Buyer.GetTicket(buyer);
                }
            }
        }
        Buyer.GoAway(buyer);
    }
}
