namespace ConcurrencyKatas.TicketOffice;

/// <summary>How it ends for a buyer. Do not edit: graders use their own copy.</summary>
public static class Buyer
{
    /// <summary>The buyer is given a ticket.</summary>
    /// <param name="buyer">The buyer's number.</param>
    public static void GetTicket(int buyer) => Notes(buyer, "is given a ticket");

    /// <summary>The buyer is told that there is no ticket left.</summary>
    /// <param name="buyer">The buyer's number.</param>
    public static void GoAway(int buyer) => Notes(buyer, "is told that there is none");

    internal static void Notes(int buyer, string what) => Mark.On($"buyer {buyer}").Record(what);
}
