using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>Makes the primitives of a contract's program: those of shared memory, or those of a manager.</summary>
public sealed class Kit : IDisposable
{
    /// <summary>The objects are a manager's.</summary>
    public const string Managed = "managed";

    /// <summary>The objects are in shared memory.</summary>
    public const string Shared = "shared";

    // A watchdog, and never part of what is tested. Under the arbiter the end of a time is one more choice, and a wait that nobody
    // ends is a deadlock that it reports.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Manager? _manager;

    public Kit(string objects) => _manager = objects == Managed ? new Manager() : null;

    private static TimeSpan Limit => Seam.Controller is null ? s_limit : Timeout.InfiniteTimeSpan;

    /// <summary>For what only managers have.</summary>
    public Manager Manager => _manager ?? throw new InvalidOperationException("This is about managers.");

    public void Dispose() => _manager?.Dispose();

    public Acquirable Lock() => _manager is null ? new Lock() : _manager.Lock();

    public Acquirable RLock() => _manager is null ? new RLock() : _manager.RLock();

    public Acquirable Semaphore(int value) => _manager is null ? new Semaphore(value) : _manager.Semaphore(value);

    public Acquirable BoundedSemaphore(int value) =>
        _manager is null ? new BoundedSemaphore(value) : _manager.BoundedSemaphore(value);

    public EventBase Event() => _manager is null ? new Event() : _manager.Event();

    public ConditionBase Condition() => _manager is null ? new Condition() : _manager.Condition();

    public ConditionBase PlainCondition() =>
        _manager is null ? new Condition(new Lock()) : _manager.Condition(_manager.Lock());

    public BarrierBase Barrier(int parties) => _manager is null ? new Barrier(parties) : _manager.Barrier(parties);

    public Queue<T> Queue<T>(int maxSize = 0) => _manager is null ? new Queue<T>(maxSize) : _manager.Queue<T>(maxSize);

    public JoinableQueue<T> JoinableQueue<T>() =>
        _manager is null ? new JoinableQueue<T>() : _manager.JoinableQueue<T>();

    /// <summary>Starts a child.</summary>
    public static Process Start(Delegate target, params object?[] arguments)
    {
        var child = new Process(target, arguments);
        child.Start();
        return child;
    }

    /// <summary>Waits for the ends of children; all of them have to have gone well.</summary>
    public static void End(params IReadOnlyList<Process> children)
    {
        foreach (Process child in children)
        {
            Await(child);
            child.Dispose();
        }
    }

    /// <summary>Waits for the end of a child, which has to have this exit code.</summary>
    public static void Await(Process child, int exitCode = 0)
    {
        That(child.Join(Limit), $"{child.Name} ends");
        That(child.ExitCode == exitCode, $"{child.Name}, which ended with {child.ExitCode}, ends with {exitCode}");
    }

    /// <summary>Shuts the manager down after a child has begun to use an object of it, and lets the child try again.</summary>
    /// <param name="ask">Takes the object, and semaphores that say that it has begun and that the manager is gone.</param>
    public void LoseManager(Delegate ask, object thing)
    {
        var (begun, gone) = (new Semaphore(0), new Semaphore(0));
        Process child = Start(ask, thing, begun, gone);
        Take(begun);
        Manager.Dispose();
        gone.Release();
        End(child);
    }

    /// <summary>Takes something that has to become free.</summary>
    public static void Take(Acquirable gate) => That(gate.TryAcquire(Limit), $"{gate.Name} did not become free");

    /// <summary>Waits until something is so that nobody can be woken by.</summary>
    public static void Until(Func<bool> what)
    {
        while (!what())
        {
            _ = Thread.Yield();
        }
    }

    /// <summary>A claim. Programs run in workers too, where there is no test framework.</summary>
    public static void That(bool holds, string claim)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It does not hold that: {claim}.");
        }
    }

    /// <summary>A claim about what is refused.</summary>
    public static void Refused<T>(Action what)
        where T : Exception
    {
        try
        {
            what();
        }
        catch (T)
        {
            return;
        }
        throw new InvalidOperationException($"It does not hold that a {typeof(T).Name} was thrown.");
    }
}
