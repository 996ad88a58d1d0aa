namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// An actor did something else than what it had been seen to do when it was told the same, and what was decided after that is
/// worth nothing: see <see cref="IStage.GrantsAhead"/>. The run has to be made again.
/// </summary>
public sealed class UnforeseenException() : Exception("An actor did something else than what it had been seen to do.");
