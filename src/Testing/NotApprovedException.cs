namespace ConcurrencyKatas.Testing;

/// <summary>A text is not the approved one.</summary>
public sealed class NotApprovedException(string message) : Exception(message);
