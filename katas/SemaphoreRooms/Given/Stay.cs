namespace ConcurrencyKatas.SemaphoreRooms;

/// <summary>What a guest does in a room. Do not edit: graders use their own copy.</summary>
public static class Stay
{
    /// <summary>Enters a room, enjoys it, and leaves it. Call it while a room is yours.</summary>
    /// <param name="guest">The guest's number.</param>
    /// <param name="clumsy">The number of the guest who slips; pass on what <c>Spa.Open</c> was given.</param>
    /// <exception cref="SlippedException">The guest slipped, and has already been carried out of the room.</exception>
    public static void Enjoy(int guest, int clumsy)
    {
        var spa = Mark.On("spa");
        spa.Record($"guest {guest} enters");
        if (guest == clumsy)
        {
            spa.Record($"guest {guest} slips and leaves");
            throw new SlippedException(guest);
        }
        spa.Record($"guest {guest} leaves");
    }
}
