namespace ConcurrencyKatas.Scheduling;

/// <summary>How far a proof came.</summary>
/// <param name="Runs">Runs taken, redundant ones included.</param>
/// <param name="Classes">Different interleavings among them; each stands for all schedules that differ from it in nothing that matters.</param>
/// <param name="Redundant">Runs that were broken off because they would have repeated another.</param>
/// <param name="Complete">Whether every interleaving was covered.</param>
/// <param name="Obstacle">Why it can never be complete, in a sentence; null when it is, or only needs more runs.</param>
public sealed record ProofResult(int Runs, int Classes, int Redundant, bool Complete, string? Obstacle = null)
{
    /// <summary>
    /// How many runs all of it may take, as far as the tree of choices has been seen; as many as were taken when it is complete, 0
    /// before the first. A guess: what is still to be found out makes the tree larger, and the part that is left need not be
    /// like the part that is done.
    /// </summary>
    public int Estimate { get; init; }
}
