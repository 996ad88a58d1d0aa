namespace ConcurrencyKatas;

/// <summary>
/// The worker process of a pool ended in the middle of a task: it was killed, it crashed, or the task ended the process.
/// Only that task is lost; the pool has put another worker in its place. (Python's pool would wait for ever.)
/// </summary>
public sealed class WorkerLostException(string message) : Exception(message);
