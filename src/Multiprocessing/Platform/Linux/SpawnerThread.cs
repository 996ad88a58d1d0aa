using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Platform;

/// <summary>The one thread of this process that starts others: a child dies with its parent's thread (see <see cref="ProcessSpawner"/>).</summary>
internal static class SpawnerThread
{
    private static readonly BlockingCollection<Order> s_orders = [];
    private static readonly LinuxSpawn s_spawn = new();
    private static readonly Thread s_thread = Start();

    /// <summary>Has the thread start a program and waits until it has.</summary>
    public static ChildHandle Spawn(SpawnRequest request)
    {
        _ = s_thread;
        using var order = new Order(request);
        s_orders.Add(order);
        return order.Result();
    }

    private static Thread Start()
    {
        var thread = new Thread(Work) { IsBackground = true, Name = "process spawner" };
        thread.Start();
        return thread;
    }

    private static void Work()
    {
        foreach (Order order in s_orders.GetConsumingEnumerable())
        {
            order.Carry();
        }
    }

    private sealed class Order(SpawnRequest request) : IDisposable
    {
        private readonly ManualResetEventSlim _done = new();
        private ChildHandle? _child;
        private ExceptionDispatchInfo? _failure;

        public void Carry()
        {
            try
            {
                _child = s_spawn.Start(request);
            }
            catch (Exception exception)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }
            _done.Set();
        }

        public ChildHandle Result()
        {
            _done.Wait();
            _failure?.Throw();
            return _child!;
        }

        public void Dispose() => _done.Dispose();
    }
}
