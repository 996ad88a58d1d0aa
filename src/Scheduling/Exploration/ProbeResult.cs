namespace ConcurrencyKatas.Scheduling;

/// <summary>What a probe found.</summary>
/// <param name="Reached">Whether the goal was met while the chosen actors were held.</param>
/// <param name="Chain">When it was not: why, as a chain of who waits for whom; else empty.</param>
/// <param name="Run">The run, stopped where the answer was known.</param>
public sealed record ProbeResult(bool Reached, string Chain, Run Run);
