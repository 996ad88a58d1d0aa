namespace ConcurrencyKatas.Control;

/// <summary>
/// A real primitive refused what the arbiter's model had enabled. The fault is this project's, never the student's.
/// </summary>
public sealed class ModelMismatchException(string message) : Exception(message);
