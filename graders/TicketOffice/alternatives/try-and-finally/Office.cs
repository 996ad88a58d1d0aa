// passes: what using does, written out, with an early return.
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
        if (file.Read(buyer) == 0)
        {
            Buyer.GoAway(buyer);
            return;
        }
        int left;
        counter.Acquire();
        try
        {
            left = file.Read(buyer);
            if (left > 0)
            {
                file.Replace(buyer, left - 1);
            }
        }
        finally
        {
            counter.Release();
        }
        if (left > 0)
        {
            Buyer.GetTicket(buyer);
        }
        else
        {
            Buyer.GoAway(buyer);
        }
    }
}
