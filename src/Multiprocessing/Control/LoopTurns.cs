namespace ConcurrencyKatas.Control;

/// <summary>
/// Counts how often the loops of a controlled program turn between two points. A loop that does nothing that the scheduler
/// sees is told by a number, which is the same on every machine and in every replay, and not by a clock. So is one that makes
/// processes and starts none.
/// </summary>
public static class LoopTurns
{
    /// <summary>
    /// How many turns there may be between two points. Work that is meant has far fewer; code that is compiled for the first
    /// time makes them in a fraction of a second.
    /// </summary>
    public const int Limit = 10_000_000;

    /// <summary>
    /// What a <see cref="Process"/> that is made counts: a loop that makes them without end would take half a minute, and all
    /// memory, for its turns.
    /// </summary>
    internal const int OfProcess = 1_000;

    // Of all threads of the process: under control one of them moves at a time, and otherwise nobody looks.
    private static int s_left = Limit;

    /// <summary>A loop begins its body; called by the rewritten code of a submission.</summary>
    public static void Count() => Spend(1);

    /// <summary>Something was done that costs as much as so many turns.</summary>
    internal static void Spend(int turns)
    {
        if ((s_left -= turns) < 0)
        {
            s_left = Limit;
            Seam.Controller?.Loop();
        }
    }

    /// <summary>An actor moves on from a point.</summary>
    public static void Begin() => s_left = Limit;
}
