// fails: Looking_never_waits_for_a_buyer: the lock is taken before the first look, so who only wants to know waits for who buys.
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
        using (counter.Enter())
        {
            var left = file.Read(buyer);
            if (left > 0)
            {
                file.Replace(buyer, left - 1);
                Buyer.GetTicket(buyer);
                return;
            }
        }
        Buyer.GoAway(buyer);
    }
}
