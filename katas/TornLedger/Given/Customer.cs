namespace ConcurrencyKatas.TornLedger;

/// <summary>Who comes to a clerk's desk. Do not edit: graders use their own copy.</summary>
public static class Customer
{
    /// <summary>Listens to a customer until the order is understood. This takes its time, so hold nothing meanwhile.</summary>
    /// <param name="clerk">The clerk's number.</param>
    /// <returns>How many coins are to go from account <c>clerk - 1</c> to account <c>clerk</c>.</returns>
    public static int Instruct(int clerk)
    {
        var desk = Mark.On($"clerk {clerk}");
        desk.Record("listens");
        desk.Record("has understood");
        return clerk;
    }

    /// <summary>Gives the customer a receipt. From now on the order has been booked, whatever happens.</summary>
    /// <param name="clerk">The clerk's number.</param>
    public static void Confirm(int clerk) => Mark.On($"clerk {clerk}").Record("gives a receipt");
}
