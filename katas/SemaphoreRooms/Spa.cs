namespace ConcurrencyKatas.SemaphoreRooms;

/// <summary>A spa with a few rooms and many guests.</summary>
public static class Spa
{
    /// <summary>Serves every guest and returns when the last one has gone home. Runs in the main process.</summary>
    /// <param name="guests">How many guests come; they are numbered from 1.</param>
    /// <param name="rooms">How many rooms there are. A room takes one guest at a time.</param>
    /// <param name="clumsy">The number of the guest who slips; 0 when nobody does.</param>
    public static void Open(int guests, int rooms, int clumsy)
    {
        // Yours to write: something that counts the free rooms, a process for every guest, a wait for all of them.
        //
        //     var visit = new Process(Visit, guest, clumsy) { Name = $"guest-{guest}" };
        //
        // makes a process that will call Visit(guest, clumsy) once visit.Start() is called.
        // What else a guest needs to know, Visit takes as one more parameter.
    }

    /// <summary>One guest's visit. Runs in the guest's own process, which sees its arguments only.</summary>
    private static void Visit(int guest, int clumsy)
    {
        Stay.Enjoy(guest, clumsy);
    }
}
