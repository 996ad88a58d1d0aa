namespace ConcurrencyKatas.Scheduling;

/// <summary>One run of an exploration.</summary>
/// <param name="Run">What happened.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="IsNew">Whether its interleaving was not among the runs before it; what repeats an interleaving repeats its outcome.</param>
public sealed record ExploredRun(Run Run, Purpose Purpose, bool IsNew);
