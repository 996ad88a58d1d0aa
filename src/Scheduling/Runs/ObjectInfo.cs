using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>What the creator of a primitive said about it.</summary>
/// <param name="Kind">Which primitive.</param>
/// <param name="Initial">The value it was created with.</param>
/// <param name="Maximum">The largest value it may have; <see cref="int.MaxValue"/> when unbounded.</param>
/// <param name="Name">Its name for people; never empty.</param>
public sealed record ObjectInfo(SlotKind Kind, int Initial, int Maximum, string Name);
