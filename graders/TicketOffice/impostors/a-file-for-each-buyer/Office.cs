// fails: The_file_says_what_is_left: every buyer makes the file anew, and finds a ticket in it.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        var counter = new Lock("counter");
        var visits = new List<Process>();
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var visit = new Process(Visit, buyer, tickets, counter) { Name = $"buyer-{buyer}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
    }

    private static void Visit(int buyer, int tickets, Lock counter)
    {
        using var file = TicketFile.Create(tickets);
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
