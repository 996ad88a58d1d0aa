using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>What a child is to run, as bytes: its name, and a method with arguments or an object of a subclass.</summary>
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
    public static AssemblyPaths AssemblyPaths { get; } = new();

    /// <summary>Encodes a process that has not been started.</summary>
    /// <exception cref="MultiprocessingUsageException">Something cannot travel; the message names it.</exception>
    public static byte[] Encode(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return Write(process).ToArray();
    }

    /// <summary>
    /// Decodes a payload and runs it in this process, on this thread: this process takes the child's name
    /// (<see cref="CurrentProcess"/>), runs the target and then waits for its own children. Exceptions of the target
    /// propagate, after the children.
    /// </summary>
    /// <exception cref="WireFormatException">The bytes are not a payload, or an assembly is missing.</exception>
    public static void Run(ReadOnlySpan<byte> payload) => Run(payload, static () => { });

    /// <summary>The same, with something to do as soon as this process has taken its new name.</summary>
    internal static void Run(ReadOnlySpan<byte> payload, Action named)
    {
        Process process = Read(payload, named);
        bool sound = true;
        try
        {
            process.Run();
        }
        catch (ModelMismatchException)
        {
            sound = false; // The run is over; further operations would only blur why.
            throw;
        }
        finally
        {
            if (sound)
            {
                CurrentProcess.EndChildren();
            }
        }
    }

    internal static WireWriter Write(Process process)
    {
        var writer = new WireWriter { Connections = new PassedConnections() };
        writer.Buffer.Text(process.Name);
        writer.Buffer.Text(process.Lineage);
        writer.Buffer.Byte(process.IsDaemon ? (byte)1 : (byte)0);
        writer.Buffer.Text(CurrentProcess.Name);
        writer.Buffer.Signed(CurrentProcess.Id);
        bool derived = process.GetType() != typeof(Process);
        writer.Buffer.Byte(derived ? (byte)1 : (byte)0);
        if (derived)
        {
            writer.WriteSelf(process);
        }
        writer.Buffer.Byte(process.Target is null ? (byte)0 : (byte)1);
        if (process.Target is { } target)
        {
            writer.WriteMethod(target);
            ParameterInfo[] parameters = target.GetParameters();
            for (int index = 0; index < parameters.Length; index++)
            {
                writer.Write(process.Arguments[index], parameters[index].Name ?? $"argument {index + 1}");
            }
        }
        return writer;
    }

    private static Process Read(ReadOnlySpan<byte> payload, Action named)
    {
        var reader = new WireReader(payload.ToArray()) { HasDescriptors = true };
        string name = reader.Cursor.Text();
        string lineage = reader.Cursor.Text();
        bool isDaemon = reader.Cursor.Byte() != 0;
        var parent = new ParentProcess(reader.Cursor.Text(), reader.Cursor.Int32());
        ControlledConnectionEnd.Forget();
        CurrentProcess.Begin(name, lineage, isDaemon, parent, null);
        named();
        Process process = reader.Cursor.Byte() != 0 ? reader.ReadSelf() : CurrentProcess.Self;
        MethodInfo? target = reader.Cursor.Byte() != 0 ? reader.ReadMethod() : null;
        ParameterInfo[] parameters = target?.GetParameters() ?? [];
        object?[] arguments = [.. parameters.Select(parameter => reader.Read(parameter.ParameterType))];
        reader.Cursor.ExpectEnd();
        process.Become(name, lineage, isDaemon, target, arguments);
        CurrentProcess.Begin(name, lineage, isDaemon, parent, process);
        return process;
    }
}
