// fails: Each_buyer_is_a_process_of_its_own: buyers only tell their number, and one process looks and buys for all of them.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var line = new SimpleQueue<int>("line");
        var clerk = new Process(Serve, buyers, file, line) { Name = "clerk" };
        clerk.Start();
        var visits = new List<Process>();
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var visit = new Process(Visit, buyer, line) { Name = $"buyer-{buyer}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
        clerk.Join();
    }

    private static void Visit(int buyer, SimpleQueue<int> line) => line.Put(buyer);

    private static void Serve(int buyers, TicketFile file, SimpleQueue<int> line)
    {
        for (var served = 1; served <= buyers; served++)
        {
            var buyer = line.Get();
            var left = file.Read(buyer);
            if (left == 0)
            {
                Buyer.GoAway(buyer);
                continue;
            }
            file.Replace(buyer, left - 1);
            Buyer.GetTicket(buyer);
        }
    }
}
