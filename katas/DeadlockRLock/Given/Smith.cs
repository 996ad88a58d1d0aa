namespace ConcurrencyKatas.DeadlockRLock;

/// <summary>
/// The work itself. It knows nothing of locks: whoever calls it must have what it uses. Do not edit: graders use their
/// own copy.
/// </summary>
public static class Smith
{
    /// <summary>Lays a piece on the anvil. From here to the strike the anvil is in use.</summary>
    public static void Lay(int worker, string piece) => Mark.On("anvil").Record($"worker {worker} lays the {piece}");

    /// <summary>Strikes the piece that lies on the anvil, and takes it off. Uses the anvil.</summary>
    public static void Strike(int worker, string piece) =>
        Mark.On("anvil").Record($"worker {worker} strikes the {piece}");

    /// <summary>Heats a piece with the bellows. Uses the bellows.</summary>
    /// <param name="worker">The worker's number.</param>
    /// <param name="piece">What is heated.</param>
    /// <param name="failing">The worker who burns the iron; pass on what <c>Workshop.Run</c> was given.</param>
    /// <exception cref="BurntException">The iron burnt.</exception>
    public static void Heat(int worker, string piece, int failing)
    {
        var bellows = Mark.On("bellows");
        bellows.Record($"worker {worker} blows on the {piece}");
        if (worker == failing)
        {
            bellows.Record($"worker {worker} burns the {piece}");
            throw new BurntException(worker, piece);
        }
        bellows.Record($"worker {worker} has heated the {piece}");
    }

    /// <summary>Sits down in the yard. Uses nothing, so have nothing while you do it.</summary>
    public static void Rest(int worker) => Mark.On($"yard {worker}").Record($"worker {worker} rests");
}
