using System.Runtime.CompilerServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// What a pool and its workers say to each other. A task: job, part, function, number of calls, the arguments of each. An
/// answer: job, part, whether it failed, then the exception or a value for each call.
/// </summary>
internal static class PoolMessages
{
    /// <summary>The byte after job and part in the answer about calls that returned.</summary>
    public const byte Done = 0;

    /// <summary>The same, about calls of which one threw.</summary>
    public const byte Failed = 1;

    /// <summary>The job of an answer that is about the worker itself: its initializer threw.</summary>
    public const int NoJob = 0;

    /// <summary>Encodes a task.</summary>
    /// <exception cref="MultiprocessingUsageException">An argument cannot travel; the message names it.</exception>
    [MethodImpl(HotPath.Options)] // A loop over many small values, which may be all that a process ever does.
    public static PoolTask Task<T>(
        int job,
        int part,
        PoolFunction function,
        ReadOnlySpan<T> calls,
        ArgumentList<T> arguments
    )
    {
        if (arguments.ArePlain)
        {
            var buffer = new WireBuffer();
            buffer.Byte(WireLimits.Version);
            BeginTask(buffer, job, part, function, calls.Length);
            foreach (T call in calls)
            {
                arguments.WritePlain(buffer, call);
            }
            return new PoolTask(job, part, function.Places, buffer.ToArray());
        }
        var writer = new WireWriter();
        BeginTask(writer.Buffer, job, part, function, calls.Length);
        foreach (T call in calls)
        {
            arguments.Write(writer, function.Parameters, call);
        }
        return new PoolTask(job, part, function.PlacesWith(writer.Assemblies), writer.ToArray());
    }

    /// <summary>In the worker: does what a task asks for. Whatever the calls throw is in the answer.</summary>
    /// <param name="task">What <see cref="Task{T}"/> encoded.</param>
    /// <param name="callees">The functions that this worker knows.</param>
    /// <param name="answer">What to write to; not always what is returned.</param>
    /// <param name="limit">Bytes that the answer may have; when it has more, it is an error that says so.</param>
    public static WireBuffer Perform(
        ReadOnlyMemory<byte> task,
        PoolCallees callees,
        WireBuffer answer,
        int limit = int.MaxValue
    )
    {
        var reader = new WireReader(task);
        int job = reader.Cursor.Int32();
        int part = reader.Cursor.Int32();
        PoolCallee? callee = null;
        try
        {
            callee = callees.Find(reader.Cursor.Raw(reader.Cursor.Count()));
            int calls = reader.Cursor.Int32();
            WireBuffer done = callee.Perform(reader, calls, answer, buffer => BeginAnswer(buffer, job, part, Done));
            reader.Cursor.ExpectEnd();
            return done.Length <= limit ? done : throw PoolRules.ResultTooLarge(callee.Method, done.Length, limit);
        }
        catch (ModelMismatchException)
        {
            throw; // The run is over; an answer would only blur why.
        }
        catch (Exception exception)
        {
            return Failure(job, part, RemoteException.Of(exception, callee?.Method.Module.Assembly), limit);
        }
    }

    /// <summary>In the worker: the answer that says what was thrown.</summary>
    public static WireBuffer Failure(int job, int part, RemoteException exception, int limit)
    {
        WireBuffer answer = Failure(job, part, exception);
        return answer.Length <= limit
            ? answer
            : Failure(job, part, PoolRules.Shortened(exception, answer.Length, limit));
    }

    /// <summary>In the parent: reads the beginning of an answer.</summary>
    public static PoolOutcome Read(ReadOnlyMemory<byte> answer)
    {
        var reader = new WireReader(answer);
        return new PoolOutcome(reader.Cursor.Int32(), reader.Cursor.Int32(), reader, null);
    }

    private static WireBuffer Failure(int job, int part, RemoteException exception)
    {
        var answer = new WireWriter();
        BeginAnswer(answer.Buffer, job, part, Failed);
        answer.Write(exception, "exception");
        return answer.Buffer;
    }

    private static void BeginTask(WireBuffer buffer, int job, int part, PoolFunction function, int calls)
    {
        buffer.Signed(job);
        buffer.Signed(part);
        buffer.Block(function.Header);
        buffer.Signed(calls);
    }

    private static void BeginAnswer(WireBuffer buffer, int job, int part, byte status)
    {
        buffer.Signed(job);
        buffer.Signed(part);
        buffer.Byte(status);
    }
}
