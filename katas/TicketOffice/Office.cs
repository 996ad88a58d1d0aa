namespace ConcurrencyKatas.TicketOffice;

/// <summary>A ticket office with a file that says how many tickets are left, and a process for every buyer.</summary>
public static class Office
{
    /// <summary>Opens the office, serves every buyer, and closes it. Runs in the main process.</summary>
    /// <param name="tickets">How many tickets there are.</param>
    /// <param name="buyers">How many buyers come; they are numbered from 1.</param>
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

    /// <summary>One buyer looks, and buys if there is something to buy. Runs in the buyer's own process.</summary>
    private static void Visit(int buyer, TicketFile file, Lock counter)
    {
        var left = file.Read(buyer);
        if (left > 0)
        {
            counter.Acquire();
            file.Write(buyer, left - 1);
            counter.Release();
            Buyer.GetTicket(buyer);
        }
    }
}
