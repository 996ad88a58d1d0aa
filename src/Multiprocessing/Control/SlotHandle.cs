namespace ConcurrencyKatas.Control;

/// <summary>A primitive that exists already. A type of its own, so that no number of units is ever taken for an offset.</summary>
/// <param name="Offset">Where its slot is.</param>
internal readonly record struct SlotHandle(int Offset);
