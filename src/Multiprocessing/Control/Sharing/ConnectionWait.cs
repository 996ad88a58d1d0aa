using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>A wait for several connections and processes at once, and the descriptors that it needs.</summary>
internal sealed class ConnectionWait : IDisposable
{
    private readonly Connection[] _connections;
    private readonly Process[] _processes;
    private readonly List<DescriptorUse> _used = [];
    private readonly List<int> _watched = [];

    public ConnectionWait(Connection[] connections, Process[] processes)
    {
        (_connections, _processes) = (connections, processes);
        try
        {
            foreach (Connection connection in connections)
            {
                connection.ThrowUnlessReadable();
                _used.Add(((RealConnectionEnd)connection.End).Use());
            }
            foreach (Process process in processes)
            {
                _watched.Add(Watch(process));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Waits so many ticks at most; −1 for ever, 0 not at all.</summary>
    public (IReadOnlyList<Connection> Connections, IReadOnlyList<Process> Processes) For(long timeout)
    {
        // A process without a descriptor has ended already: then nothing is waited for.
        bool[] ready = Readiness.Wait(
            [.. _used.Select(static use => use.Descriptor), .. _watched],
            _watched.Exists(static descriptor => descriptor < 0) ? 0 : timeout
        );
        return (
            [.. _connections.Where((_, index) => ready[index])],
            [.. _processes.Where((_, index) => _watched[index] < 0 || ready[_connections.Length + index])]
        );
    }

    public void Dispose()
    {
        _used.ForEach(static use => use.Dispose());
        foreach (int descriptor in _watched.Where(static descriptor => descriptor >= 0))
        {
            ProcessLife.Close(descriptor);
        }
    }

    private static int Watch(Process process)
    {
        bool isAlive = process.IsAlive; // Also says whether the object was closed.
        _ = process.Child("wait for");
        if (!isAlive)
        {
            return -1;
        }
        // It may have been reaped since, by another thread.
        int descriptor = ProcessLife.Watch(process.Id ?? 0, out bool isGone);
        return descriptor >= 0 || isGone ? descriptor : throw SystemFailure.Of($"Cannot wait for {process.Name}");
    }
}
