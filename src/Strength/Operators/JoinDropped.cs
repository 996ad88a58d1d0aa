namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Nobody is waited for.</summary>
public sealed class JoinDropped() : CallDropped("join-dropped", "Join", "a Join is left out");
