namespace ConcurrencyKatas.DeadlockRLock;

/// <summary>The iron burnt in the fire. Do not edit: graders use their own copy.</summary>
public sealed class BurntException(int worker, string piece) : Exception($"Worker {worker} burnt the {piece}.");
