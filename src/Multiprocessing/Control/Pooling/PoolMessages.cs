using System.Reflection;
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Control;

/// <summary>
/// What a pool and its workers say to each other. A task: job, part, method, number of calls, the arguments of each. An
/// answer: job, part, whether it failed, then the exception or a value for each call.
/// </summary>
internal static class PoolMessages
{
    /// <summary>The byte after job and part in the answer about calls that returned.</summary>
    public const byte Done = 0;

    /// <summary>The same, about calls of which one threw.</summary>
    public const byte Failed = 1;

    /// <summary>Encodes a task.</summary>
    /// <exception cref="MultiprocessingUsageException">An argument cannot travel; the message names it.</exception>
    public static WireWriter Task(int job, int part, MethodInfo method, ReadOnlySpan<object?[]> calls)
    {
        var writer = new WireWriter();
        writer.Buffer.Signed(job);
        writer.Buffer.Signed(part);
        writer.WriteMethod(method);
        writer.Buffer.Signed(calls.Length);
        ParameterInfo[] parameters = method.GetParameters();
        foreach (object?[] arguments in calls)
        {
            for (int index = 0; index < arguments.Length; index++)
            {
                writer.Write(arguments[index], parameters[index].Name ?? $"argument {index + 1}");
            }
        }
        return writer;
    }

    /// <summary>In the worker: does what a task asks for. Whatever the calls throw is in the answer.</summary>
    /// <param name="task">What <see cref="Task"/> encoded.</param>
    /// <param name="limit">Bytes that the answer may have; when it has more, it is an error that says so.</param>
    public static byte[] Perform(ReadOnlyMemory<byte> task, int limit = int.MaxValue)
    {
        var reader = new WireReader(task);
        int job = reader.Cursor.Int32();
        int part = reader.Cursor.Int32();
        MethodInfo? method = null;
        try
        {
            method = reader.ReadMethod();
            byte[] answer = Answer(job, part, Call(method, reader));
            return answer.Length <= limit ? answer : throw PoolRules.ResultTooLarge(method, answer.Length, limit);
        }
        catch (ModelMismatchException)
        {
            throw; // The run is over; an answer would only blur why.
        }
        catch (Exception exception)
        {
            var remote = RemoteException.Of(exception, method?.Module.Assembly);
            byte[] answer = Failure(job, part, remote);
            return answer.Length <= limit
                ? answer
                : Failure(job, part, PoolRules.Shortened(remote, answer.Length, limit));
        }
    }

    /// <summary>In the parent: reads the beginning of an answer.</summary>
    public static PoolOutcome Read(ReadOnlyMemory<byte> answer)
    {
        var reader = new WireReader(answer);
        return new PoolOutcome(reader.Cursor.Int32(), reader.Cursor.Int32(), reader, null);
    }

    private static object?[] Call(MethodInfo method, WireReader reader)
    {
        object? carried = method.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(method.DeclaringType!);
        ParameterInfo[] parameters = method.GetParameters();
        object?[] values = new object?[reader.Cursor.Int32()];
        for (int call = 0; call < values.Length; call++)
        {
            object?[] arguments = [.. parameters.Select(parameter => reader.Read(parameter.ParameterType))];
            values[call] = method.Invoke(carried, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        }
        reader.Cursor.ExpectEnd();
        return values;
    }

    private static byte[] Answer(int job, int part, object?[] values)
    {
        WireWriter answer = Begin(job, part, Done);
        foreach (object? value in values)
        {
            answer.Write(value, "result");
        }
        return answer.ToArray();
    }

    private static byte[] Failure(int job, int part, RemoteException exception)
    {
        WireWriter answer = Begin(job, part, Failed);
        answer.Write(exception, "exception");
        return answer.ToArray();
    }

    private static WireWriter Begin(int job, int part, byte status)
    {
        var answer = new WireWriter();
        answer.Buffer.Signed(job);
        answer.Buffer.Signed(part);
        answer.Buffer.Byte(status);
        return answer;
    }
}
