namespace ConcurrencyKatas;

/// <summary>
/// A <see cref="Barrier"/> did not hold: a party gave up, was killed while it waited, or the barrier was aborted or reset.
/// The message says which.
/// </summary>
public sealed class BrokenBarrierException(string message) : InvalidOperationException(message);
