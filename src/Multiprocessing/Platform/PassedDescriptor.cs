namespace ConcurrencyKatas.Platform;

/// <summary>A descriptor that a child gets under a fixed number.</summary>
/// <param name="From">Its number in this process.</param>
/// <param name="To">Its number in the child; at least 3.</param>
public sealed record PassedDescriptor(int From, int To);
