namespace ConcurrencyKatas;

/// <summary>
/// A call on an object of a <see cref="Manager"/> whose server is not there: it was shut down, killed, or its maker has
/// ended. What it kept is lost, so calling again cannot help.
/// </summary>
public sealed class ManagerLostException(string message, Exception? cause) : Exception(message, cause);
