namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>All lines of the comparison, in the order of the table.</summary>
internal static class Rows
{
    /// <summary>Bytes that an idle worker may have in memory, in MB.</summary>
    public const double IdleWorkerLimit = 40;

    public static IReadOnlyList<Row> All { get; } =
    [
        new("lock_uncontended", "Lock, nobody else wants it", "1/s", 2, true, LockRows.Uncontended),
        new("semaphore_uncontended", "Semaphore, the same", "1/s", 2, true, LockRows.SemaphoreUncontended),
        new("lock_contended", "Lock, two processes want it", "1/s", 4, false, LockRows.Contended),
        new("event_wake", "Event, from Set to the return of Wait", "us", 2, true, LockRows.EventWake),
        new("queue_small", "Queue, small items", "1/s", 10, false, QueueRows.Small),
        new("queue_kilobyte", "Queue, items of 1 KiB", "1/s", 8, false, QueueRows.Kilobyte),
        new("pipe_bytes", "Pipe, 1 KiB there and back", "us", 1.5, true, QueueRows.PipeBytes),
        new("pipe_objects", "Pipe, an object there and back", "us", 1.2, true, QueueRows.PipeObjects),
        new("manager_set", "Manager, setting an entry of a dictionary", "1/s", 2, true, SharedRows.ManagerSet),
        new("manager_increment", "Manager, increment under its lock", "1/s", 2, true, SharedRows.ManagerIncrement),
        new("value_increment", "Value, increment under its lock", "1/s", 10, true, SharedRows.ValueIncrement),
        new("pool_map_chunk_1", "Pool.Map, 10,000 tasks, chunks of 1", "ms", 10, false, PoolRows.MapChunkOne),
        new("pool_map", "Pool.Map, 10,000 tasks, chunks by default", "ms", 2, false, PoolRows.Map),
        new("pool_callback", "Pool.ApplyAsync with a callback", "1/s", 5, false, PoolRows.Callback),
        new("pool_imap", "Pool.IMap, chunks of 1", "1/s", 0, false, PoolRows.IMap),
        new("start_cold", "Process, start to result; CPython: spawn", "ms", 1 / 0.6, false, StartRows.StartCold),
        new(
            "start_warm",
            "Process, start to result, a spare kept; CPython: forkserver",
            "ms",
            1 / 0.5,
            false,
            StartRows.StartWarm
        ),
        new("idle_worker", "memory of an idle worker", "MB", 0, false, StartRows.IdleWorker),
    ];
}
