using System.Collections.Concurrent;
using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>What a child is to run, as bytes.</summary>
public static class ProcessPayload
{
    /// <summary>
    /// Finds the assembly of a target by module version id and simple name, before any other way is tried; returns
    /// <see langword="null"/> for assemblies that it does not know.
    /// </summary>
    public static Func<Guid, string, Assembly?>? AssemblyResolver { get; set; }

    /// <summary>
    /// Where the assemblies are that were loaded from bytes, by module version id, so that real children can load them.
    /// </summary>
    public static ConcurrentDictionary<Guid, string> AssemblyPaths { get; } = new();

    /// <summary>Encodes a process that has not been started.</summary>
    /// <exception cref="MultiprocessingUsageException">Something cannot travel; the message names it.</exception>
    public static byte[] Encode(Process process) => throw new NotImplementedException();

    /// <summary>
    /// Decodes a payload and runs it in this process, on this thread: this process takes the child's name
    /// (<see cref="CurrentProcess"/>), runs the target and then waits for its own children. Exceptions of the target
    /// propagate, after the children.
    /// </summary>
    /// <exception cref="WireFormatException">The bytes are not a payload, or an assembly is missing.</exception>
    public static void Run(ReadOnlySpan<byte> payload) => throw new NotImplementedException();
}
