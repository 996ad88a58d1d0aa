namespace ConcurrencyKatas;

/// <summary>An exception of another process: its type's name, its message and where it was thrown, without the object.</summary>
public sealed class RemoteException(string typeName, string message, string trace) : Exception(message)
{
    /// <summary>The full name of the exception's type over there.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The stack trace over there; empty when it was never thrown.</summary>
    public string RemoteTrace { get; } = trace;

    /// <inheritdoc/>
    public override string ToString() => $"{TypeName}: {Message}{Environment.NewLine}{RemoteTrace}".TrimEnd();
}
