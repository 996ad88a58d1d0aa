namespace ConcurrencyKatas.Strength.Operators;

/// <summary>What was opened stays open.</summary>
public sealed class CloseDropped() : CallDropped("close-dropped", "Close", "a Close is left out");
