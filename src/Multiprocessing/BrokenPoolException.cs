namespace ConcurrencyKatas;

/// <summary>
/// The workers of a pool cannot begin to work: its initializer threw, or ended them. The pool has given up; everything that
/// was not done fails with this, and new work is refused. (Python's pool would start workers for ever.)
/// </summary>
public sealed class BrokenPoolException(string message, Exception? inner = null) : Exception(message, inner);
