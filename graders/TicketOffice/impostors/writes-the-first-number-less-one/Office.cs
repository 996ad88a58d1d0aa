// fails: The_file_says_what_is_left: the second look decides, and the number of the first one is written.
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
        var left = file.Read(buyer);
        if (left > 0)
        {
            using (counter.Enter())
            {
                if (file.Read(buyer) > 0)
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
