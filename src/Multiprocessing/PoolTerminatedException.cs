namespace ConcurrencyKatas;

/// <summary>A pool was terminated before the task had a result. (In Python whoever waits for it waits for ever.)</summary>
public sealed class PoolTerminatedException(string message) : Exception(message);
