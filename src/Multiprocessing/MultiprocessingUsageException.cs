namespace ConcurrencyKatas;

/// <summary>
/// This library was used against its rules. The message says what happened, why that cannot work, and what to do
/// instead; where Python has words for the same mistake, they are in it.
/// </summary>
public sealed class MultiprocessingUsageException(string message) : InvalidOperationException(message);
