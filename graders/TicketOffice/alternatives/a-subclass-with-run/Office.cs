// passes: a buyer is a subclass of Process that keeps file and lock in fields.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var counter = new BoundedSemaphore(1, "counter");
        var visits = Enumerable.Range(1, buyers).Select(buyer => new Visit(buyer, file, counter)).ToList();
        visits.ForEach(visit => visit.Start());
        visits.ForEach(visit => visit.Join());
    }
}

public sealed class Visit(int buyer, TicketFile file, BoundedSemaphore counter) : Process
{
    public override void Run()
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
                    return;
                }
            }
        }
        Buyer.GoAway(buyer);
    }
}
