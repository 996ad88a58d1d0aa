// fails: Nobody_ever_reads_half_a_file: who reads half a file takes it for a file that says zero.
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
        try
        {
            if (file.Read(buyer) > 0 && TryBuy(buyer, file, counter))
            {
                Buyer.GetTicket(buyer);
                return;
            }
        }
        catch (HalfAFileException)
        {
            Console.WriteLine("There was a bracket in it, and nothing else.");
        }
        Buyer.GoAway(buyer);
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
            file.Write(buyer, left - 1);
            return true;
        }
    }
}
