using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Control;

/// <summary>What a pool can be asked for, and the words of its refusals.</summary>
internal static class PoolRules
{
    /// <summary>Checks that a function can run in a worker: it has to be static, or a lambda that captures nothing.</summary>
    public static MethodInfo Check(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);
        MethodInfo method = function.Method;
        if (TargetRules.CaptureOf(function) is { } capture)
        {
            throw new MultiprocessingUsageException(
                $"The function {TargetRules.NameOf(method)} captures {capture}. A worker process does not share your "
                    + "variables; pass what the function needs as arguments: pool.ApplyAsync(static (url, depth) => …, url, depth)."
            );
        }
        if (typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            throw new MultiprocessingUsageException(
                $"The function {TargetRules.NameOf(method)} returns a Task, which belongs to the process that made it. Write the "
                    + "function without async; a worker may block."
            );
        }
        return method;
    }

    /// <summary>Refuses a pool without workers.</summary>
    public static int AtLeastOne(int workers, string parameter) =>
        workers >= 1
            ? workers
            : throw new ArgumentOutOfRangeException(
                parameter,
                workers,
                "A pool without workers would do nothing (number of processes must be at least 1)."
            );

    /// <summary>How many tasks a worker may do; 0 for any number.</summary>
    public static int TaskLimit(int? maxTasksPerChild) =>
        maxTasksPerChild is < 1
            ? throw new ArgumentOutOfRangeException(
                nameof(maxTasksPerChild),
                maxTasksPerChild,
                "A worker that may do no task would be replaced for ever (maxtasksperchild must be a positive int or None). "
                    + "Leave it out for workers that stay."
            )
            : maxTasksPerChild ?? 0;

    /// <summary>How many workers an elastic pool has.</summary>
    public static PoolSizing Sizing(int minimum, int maximum, TimeSpan idleTime, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        ArgumentOutOfRangeException.ThrowIfLessThan(AtLeastOne(maximum, nameof(maximum)), minimum, nameof(maximum));
        ArgumentOutOfRangeException.ThrowIfLessThan(idleTime, TimeSpan.Zero);
        return new PoolSizing(minimum, maximum, idleTime, clock);
    }

    /// <summary>Refuses to make a pool in a process that may have no children.</summary>
    public static void RefuseDaemon(string pool)
    {
        if (CurrentProcess.IsDaemon)
        {
            throw new MultiprocessingUsageException(
                $"{CurrentProcess.Name} is a daemon and made {pool} (daemonic processes are not allowed to have children). A "
                    + "pool's workers are daemons too, so a task makes no pool. Make the pool in a process that is none."
            );
        }
    }

    /// <summary>Checks that an initializer can run in a worker, and that its arguments can travel.</summary>
    /// <returns>One argument for each parameter.</returns>
    public static object?[] CheckInitializer(Delegate initializer, object?[] arguments)
    {
        object?[] given = TargetRules.Check(initializer, arguments);
        var trial = new WireWriter { Connections = new PassedConnections() };
        for (int index = 0; index < given.Length; index++)
        {
            trial.Write(given[index], $"arguments[{index}]");
        }
        return given;
    }

    /// <summary>Refuses to wait, in a callback, for what only the thread of callbacks could bring.</summary>
    public static void RefuseInCallback([DoesNotReturnIf(true)] bool isForEver, string pool)
    {
        if (isForEver)
        {
            throw new MultiprocessingUsageException(
                $"A callback of {pool} waits for {pool}. Callbacks run one after the other on the pool's results thread, so no "
                    + "result comes before this callback has returned, and it would wait for ever. Wait in the main thread."
            );
        }
    }

    /// <summary>The refusal of a task that does not fit through a controlled run.</summary>
    public static MultiprocessingUsageException TaskTooLarge(MethodInfo method, int calls, int size, int limit) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The arguments of {NameAndCalls(method, calls)} make a task of {size:N0} bytes, and a controlled run hands over "
                    + $"{limit:N0} at once. "
            )
                + (calls > 1 ? "Give Map a smaller chunkSize, or pass" : "Pass")
                + " less: for instance where the worker finds its data, not the data. Runs for real have no limit but memory."
        );

    /// <summary>The refusal of results that do not fit through a controlled run; thrown in the worker.</summary>
    public static MultiprocessingUsageException ResultTooLarge(MethodInfo method, int size, int limit) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"In {CurrentProcess.Name}, {TargetRules.NameOf(method)} returned {size:N0} bytes (of a map: all calls of one "
                    + $"chunk), and a controlled run hands over {limit:N0} at once. "
            ) + "Return less, or give Map a smaller chunkSize. Runs for real have no limit but memory."
        );

    /// <summary>What is left of an exception that does not fit through a controlled run: its beginning.</summary>
    public static RemoteException Shortened(RemoteException exception, int size, int limit) =>
        new(
            Beginning(exception.TypeName, 200),
            string.Create(
                CultureInfo.InvariantCulture,
                $"The exception has {size:N0} bytes, and a controlled run hands over {limit:N0} at once. It begins: "
            ) + Beginning(exception.Message, 200),
            ""
        );

    /// <summary>The error for an answer of which nothing can be made in this process.</summary>
    public static WireFormatException Unreadable(Type type, Exception why) =>
        new(
            $"A worker answered, but {CurrentProcess.Name} could not make {TypeNames.Of(type)} of its answer: "
                + $"{why.GetType().Name}: {StudentTrace.MessageOf(why)} The constructors and hash codes of what a function "
                + "returns run here too, on the pool's results thread; they must not throw.",
            why
        );

    /// <summary>Throws what is thrown whenever somebody asks.</summary>
    [DoesNotReturn]
    public static Exception Again(Exception reason)
    {
        ExceptionDispatchInfo.Throw(reason);
        return reason;
    }

    /// <summary>The refusal of work for a pool that has given up, or the error of work that it had.</summary>
    public static BrokenPoolException Broken(string pool, string why, Exception? cause) =>
        new(
            $"{pool} has given up: {why} Its workers would fail again and again, so what was not done fails and new work is "
                + "refused. Put that right and make a new pool.",
            cause
        );

    /// <summary>Why a pool gives up whose initializer threw.</summary>
    public static BrokenPoolException InitializerThrew(string pool, string worker, Exception cause) =>
        Broken(
            pool,
            $"the initializer threw {(cause as RemoteException)?.TypeName ?? cause.GetType().Name} in {worker}: "
                + $"{StudentTrace.MessageOf(cause)}",
            cause
        );

    /// <summary>The error of a task whose worker has died over it.</summary>
    public static WorkerLostException Lost(string pool, string worker, int? id, int? exitCode) =>
        new(
            $"{worker} (process {id}) ended with exit code {exitCode} in the middle of a task of {pool}. The task has no result; "
                + "other tasks are not affected, and another worker takes its place. Find out who killed it (−9: often the "
                + "system, for want of memory), or submit the task again."
        );

    /// <summary>The refusal of work that comes too late.</summary>
    public static MultiprocessingUsageException NotRunning(string pool, string how) =>
        new(
            $"{pool} was given work after it was {how} (pool not running). Give it all its work first, then Close() it, then "
                + "Join() it."
        );

    /// <summary>The refusal of a Join that would never return.</summary>
    public static MultiprocessingUsageException StillRunning(string pool) =>
        new(
            $"{pool} was joined while it takes work (pool is still running): its workers wait for tasks, so they would never "
                + "end. Call Close() first, which lets them finish what they were given, or Terminate()."
        );

    private static string NameAndCalls(MethodInfo method, int calls) =>
        calls == 1
            ? TargetRules.NameOf(method)
            : string.Create(CultureInfo.InvariantCulture, $"{calls} calls of {TargetRules.NameOf(method)}");

    private static string Beginning(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";
}
