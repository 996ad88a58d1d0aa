namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>
/// Unwinds what is left of an actor that another one has ended, or that stands at a point when the run ends, so that its warm
/// worker can be used again. Blocks that the
/// submission runs on the way (<c>finally</c>, <c>catch</c>) find every operation refused by the same exception.
/// </summary>
internal sealed class ActorEndedException() : Exception("This process has been ended.");
