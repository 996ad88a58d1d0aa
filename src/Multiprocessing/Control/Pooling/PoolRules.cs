using System.Diagnostics.CodeAnalysis;
using System.Reflection;

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
}
