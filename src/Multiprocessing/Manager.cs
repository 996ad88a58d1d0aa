using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A server process that keeps ordinary objects, and hands out proxies for them: a dictionary, a list, a value, a lock, a queue
/// that many processes use as if it were theirs. Python's <c>multiprocessing.Manager()</c>.
/// </summary>
/// <remarks>
/// <para>
/// The server starts with the constructor and ends with <see cref="Dispose"/>, at the latest with the process that made
/// it, however that ends. It is no child: nobody joins it. The manager itself stays with its maker; the proxies travel.
/// </para>
/// <para>
/// Each call on a proxy is atomic, two calls are not. See <see cref="Proxy"/>.
/// </para>
/// </remarks>
public sealed class Manager : IDisposable
{
    private readonly ManagerProcess? _server;
    private readonly List<int> _objects = [];
    private bool _disposed;

    /// <summary>Starts a manager.</summary>
    /// <param name="name">Its name in messages; by default <c>Manager-1</c>, <c>Manager-2</c>…</param>
    /// <exception cref="MultiprocessingUsageException">This process is a daemon.</exception>
    public Manager(string? name = null)
    {
        if (CurrentProcess.IsDaemon)
        {
            throw new MultiprocessingUsageException(
                $"{CurrentProcess.Name} is a daemon and started a manager (daemonic processes are not allowed to have children). "
                    + "Make the manager in the parent and pass the daemon what it needs of it."
            );
        }
        Offset = NamedSlot.Create(SlotKind.Manager, 0, 0, 0, name);
        Name = NamedSlot.NameAt(Offset);
        _server = Seam.Controller is null ? ManagerProcess.Start(Offset) : null;
        CurrentProcess.Add(this);
    }

    /// <summary>Its name in messages, at most 28 bytes of UTF-8.</summary>
    public string Name { get; }

    internal int Offset { get; }

    /// <summary>The server's process id; <see langword="null"/> under a controller, where there is none.</summary>
    internal int? ServerId => _server?.Id;

    /// <summary>Makes a dictionary.</summary>
    /// <param name="content">What it holds at first; nothing by default.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public DictionaryProxy<TKey, TValue> Dictionary<TKey, TValue>(
        IEnumerable<KeyValuePair<TKey, TValue>>? content = null,
        string? name = null
    )
        where TKey : notnull => Keep(new DictionaryProxy<TKey, TValue>(Running(), content ?? [], name));

    /// <summary>Makes a list.</summary>
    /// <param name="content">What it holds at first; nothing by default.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public ListProxy<T> List<T>(IEnumerable<T>? content = null, string? name = null) =>
        Keep(new ListProxy<T>(Running(), content ?? [], name));

    /// <summary>Makes a value.</summary>
    /// <param name="initial">What it is at first.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public ValueProxy<T> Value<T>(T initial, string? name = null) => Keep(new ValueProxy<T>(Running(), initial, name));

    /// <summary>Makes an empty namespace.</summary>
    /// <param name="name">Its name in messages and traces.</param>
    public NamespaceProxy Namespace(string? name = null) => Keep(new NamespaceProxy(Running(), name));

    /// <summary>Makes an array.</summary>
    /// <param name="content">Its elements at first; they say how long it is.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public ArrayProxy<T> Array<T>(IEnumerable<T> content, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Keep(new ArrayProxy<T>(Running(), content, name));
    }

    /// <summary>Makes a lock that nobody holds.</summary>
    /// <param name="name">Its name in messages and traces.</param>
    /// <param name="abandoned">What becomes of it when its holder ends.</param>
    public LockProxy Lock(string? name = null, Abandoned abandoned = Abandoned.IsReported) =>
        Note(new LockProxy(Running(), abandoned, name));

    /// <summary>Makes a recursive lock that nobody holds.</summary>
    /// <param name="name">Its name in messages and traces.</param>
    /// <param name="abandoned">What becomes of it when its holder ends.</param>
    public RLockProxy RLock(string? name = null, Abandoned abandoned = Abandoned.IsReported) =>
        Note(new RLockProxy(Running(), abandoned, name));

    /// <summary>Makes a semaphore.</summary>
    /// <param name="value">How many units are free at first; at least 0.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public SemaphoreProxy Semaphore(int value = 1, string? name = null) =>
        Note(new SemaphoreProxy(Running(), value, name));

    /// <summary>Makes a semaphore that refuses to be released more often than it was acquired.</summary>
    /// <param name="value">How many units are free at first, and at most; at least 0.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public BoundedSemaphoreProxy BoundedSemaphore(int value = 1, string? name = null) =>
        Note(new BoundedSemaphoreProxy(Running(), value, name));

    /// <summary>Makes an event that is not set.</summary>
    /// <param name="name">Its name in messages and traces.</param>
    public EventProxy Event(string? name = null) => Note(new EventProxy(Running(), name));

    /// <summary>Makes a condition with a recursive lock of its own.</summary>
    /// <param name="name">Its name, and its lock's, in messages and traces.</param>
    public ConditionProxy Condition(string? name = null)
    {
        Manager running = Running();
        name = string.IsNullOrEmpty(name) ? CurrentProcess.NextName(SlotKind.ConditionProxy) : name;
        return new ConditionProxy(running, RLock(name), name);
    }

    /// <summary>Makes a condition over a lock of this manager, which may have other conditions.</summary>
    /// <param name="gate">The lock.</param>
    /// <param name="name">Its name in messages and traces.</param>
    /// <exception cref="MultiprocessingUsageException">The lock is another manager's.</exception>
    public ConditionProxy Condition(OwnedLockProxy gate, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return NamedSlot.ManagerOf(gate.Offset) == Offset
            ? new ConditionProxy(Running(), gate, name)
            : throw new MultiprocessingUsageException(
                $"{Name} was asked for a condition over {gate.Name}, which another manager keeps. A server can only wait for its own "
                    + "locks: make both with the same manager."
            );
    }

    /// <summary>Makes a barrier.</summary>
    /// <param name="parties">How many have to come; at least 1.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public BarrierProxy Barrier(int parties, string? name = null) => Note(new BarrierProxy(Running(), parties, name));

    /// <summary>Makes an empty queue.</summary>
    /// <param name="maxSize">How many items it holds at most; 0 and less for no such limit.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public QueueProxy<T> Queue<T>(int maxSize = 0, string? name = null)
    {
        var queue = new QueueProxy<T>(Running(), maxSize, name);
        Note(queue.Offset);
        return queue;
    }

    /// <summary>Makes an empty queue that counts what has been dealt with.</summary>
    /// <param name="maxSize">How many items it holds at most; 0 and less for no such limit.</param>
    /// <param name="name">Its name in messages and traces.</param>
    public JoinableQueueProxy<T> JoinableQueue<T>(int maxSize = 0, string? name = null)
    {
        var queue = new JoinableQueueProxy<T>(Running(), maxSize, name);
        Note(queue.Offset);
        return queue;
    }

    /// <summary>
    /// Shuts the server down; what it keeps is gone. Whoever uses a proxy from now on, or waits in a call, gets a
    /// <see cref="ManagerLostException"/>. Doing it again does nothing.
    /// </summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        CurrentProcess.Remove(this);
        ManagerAddress.ShutDown(Offset);
        ManagerConnections.Close(ManagerAddress.Read(Offset));
        _server?.Dispose();
        foreach (int offset in _objects)
        {
            _ = Seam.Controller?.Arrive(Operation.OnSlot(OperationKind.Close, offset));
        }
    }

    /// <summary><c>Manager(Manager-1)</c>.</summary>
    public override string ToString() => _disposed ? $"Manager({Name}, shut down)" : $"Manager({Name})";

    private T Keep<T>(T proxy)
        where T : Proxy
    {
        Note(proxy.Offset);
        return proxy;
    }

    private T Note<T>(T primitive)
        where T : Primitive
    {
        Note(primitive.Offset);
        return primitive;
    }

    // Several threads of the maker may ask for objects.
    private void Note(int offset)
    {
        lock (_objects)
        {
            _objects.Add(offset);
        }
    }

    private Manager Running() =>
        !_disposed
            ? this
            : throw new MultiprocessingUsageException(
                $"{Name} was asked for a new object after it was shut down (Manager has shut down). Make the object before the "
                    + "end of `using var manager`, or a new manager."
            );
}
