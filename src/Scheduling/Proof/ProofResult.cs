namespace ConcurrencyKatas.Scheduling;

/// <summary>How far a proof came.</summary>
/// <param name="Runs">Runs taken, redundant ones included.</param>
/// <param name="Classes">Different interleavings among them; each stands for all schedules that differ from it in nothing that matters.</param>
/// <param name="Redundant">Runs that were broken off because they would have repeated another.</param>
/// <param name="Complete">Whether every interleaving was covered.</param>
/// <param name="Obstacle">Why it can never be complete, in a sentence; null when it is, or only needs more runs.</param>
public sealed record ProofResult(int Runs, int Classes, int Redundant, bool Complete, string? Obstacle = null);
