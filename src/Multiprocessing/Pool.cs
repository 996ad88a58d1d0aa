using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A fixed number of worker processes that do work for this one: calls of functions, whose results come back. See
/// <see cref="PoolBase"/>.
/// </summary>
public sealed class Pool : PoolBase
{
    // The same on every machine, so that a schedule can be played again on another one.
    private const int ControlledSize = 4;

    /// <summary>Starts the workers.</summary>
    /// <param name="processes">How many; when left out as many as the machine has processors, in a controlled run four.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Pool-1</c>, <c>Pool-2</c>…</param>
    /// <param name="initializer">
    /// What each worker calls before its first task: a static method, or a lambda that captures nothing, that returns nothing. If
    /// it throws, the pool gives up: whatever it was given fails with a <see cref="BrokenPoolException"/>.
    /// </param>
    /// <param name="arguments">The arguments of the initializer; they are copied, locks and queues stay shared.</param>
    /// <param name="maxTasksPerChild">
    /// After how many tasks a worker ends and another one takes its place; a chunk is one task. By default never. Not in a
    /// controlled run.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one worker, or less than one task.</exception>
    /// <exception cref="MultiprocessingUsageException">
    /// This process is a daemon, so it may have no children; or the initializer or its arguments cannot go to another process.
    /// </exception>
    public Pool(
        int? processes = null,
        string? name = null,
        Delegate? initializer = null,
        object?[]? arguments = null,
        int? maxTasksPerChild = null
    )
        : base(
            nameof(Pool),
            name,
            PoolSizing.Fixed(PoolRules.AtLeastOne(processes ?? DefaultSize, nameof(processes))),
            initializer,
            arguments,
            PoolRules.TaskLimit(maxTasksPerChild)
        ) => Size = processes ?? DefaultSize;

    /// <summary>How many workers it has.</summary>
    public override int Size { get; }

    private static int DefaultSize => Seam.Controller is null ? Environment.ProcessorCount : ControlledSize;
}
