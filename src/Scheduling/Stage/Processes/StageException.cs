namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>The machinery around the workers failed: our fault, never the student's.</summary>
public sealed class StageException(string message) : Exception(message);
