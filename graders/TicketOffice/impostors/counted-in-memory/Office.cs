// fails: The_file_says_what_is_left: the number is kept in a shared value, and the file is never changed.
namespace ConcurrencyKatas.TicketOffice;

public static class Office
{
    public static void Open(int tickets, int buyers)
    {
        using var file = TicketFile.Create(tickets);
        var left = new Value<int>(tickets, "left");
        var visits = new List<Process>();
        for (var buyer = 1; buyer <= buyers; buyer++)
        {
            var visit = new Process(Visit, buyer, file, left) { Name = $"buyer-{buyer}" };
            visit.Start();
            visits.Add(visit);
        }
        foreach (var visit in visits)
        {
            visit.Join();
        }
    }

    private static void Visit(int buyer, TicketFile file, Value<int> left)
    {
        if (file.Read(buyer) > 0 && TryBuy(left))
        {
            Buyer.GetTicket(buyer);
        }
        else
        {
            Buyer.GoAway(buyer);
        }
    }

    private static bool TryBuy(Value<int> left)
    {
        using (left.Enter())
        {
            if (left.Value == 0)
            {
                return false;
            }
            left.Value--;
            return true;
        }
    }
}
