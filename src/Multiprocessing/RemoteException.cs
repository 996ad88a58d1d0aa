using System.Reflection;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>An exception of another process: its type's name, its message and where it was thrown, without the object.</summary>
public sealed class RemoteException(string typeName, string message, string trace) : Exception(message)
{
    /// <summary>The full name of the exception's type over there.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>
    /// The stack trace over there, with what caused it; of work for a <see cref="Pool"/> only the frames of the code that the
    /// function belongs to. Empty when there are none.
    /// </summary>
    public string RemoteTrace { get; } = trace;

    /// <inheritdoc/>
    public override string ToString() => $"{TypeName}: {Message}{Environment.NewLine}{RemoteTrace}".TrimEnd();

    /// <summary>What another process is to know of an exception of this one.</summary>
    /// <param name="exception">The exception; one that came from a third process goes on as it came.</param>
    /// <param name="code">Whose frames are of interest.</param>
    internal static RemoteException Of(Exception exception, Assembly? code) =>
        exception as RemoteException
        ?? new RemoteException(
            exception.GetType().FullName ?? exception.GetType().Name,
            StudentTrace.MessageOf(exception),
            StudentTrace.Frames(exception, code)
        );
}
