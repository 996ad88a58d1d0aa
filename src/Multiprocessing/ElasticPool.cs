using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// Worker processes that do work for this one, as many as the work needs: while tasks wait and all workers are busy another
/// one is started, up to a maximum; who has had nothing to do for a while is let go, down to a minimum. See
/// <see cref="PoolBase"/> for all else. Python has nothing like it in <c>multiprocessing</c>.
/// </summary>
/// <remarks>
/// In a controlled run it has its maximum of workers from the beginning: which of them takes a task is the scheduler's choice,
/// so fewer could do nothing that these cannot.
/// </remarks>
public sealed class ElasticPool : PoolBase
{
    private const int DefaultIdleSeconds = 10;
    private readonly bool _isControlled = Seam.Controller is not null;

    /// <summary>Starts the minimum of workers.</summary>
    /// <param name="minimum">How many workers there are at least; may be 0.</param>
    /// <param name="maximum">How many there are at most.</param>
    /// <param name="idleTime">How long a worker above the minimum may have nothing to do; by default ten seconds.</param>
    /// <param name="name">Its name in messages and traces; by default <c>ElasticPool-1</c>, <c>ElasticPool-2</c>…</param>
    /// <param name="initializer">
    /// What each worker calls before its first task: a static method, or a lambda that captures nothing, that returns nothing. If
    /// it throws, the pool gives up: whatever it was given fails with a <see cref="BrokenPoolException"/>.
    /// </param>
    /// <param name="arguments">The arguments of the initializer; they are copied, locks and queues stay shared.</param>
    /// <param name="clock">What measures the idle time; by default the system's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative minimum, a maximum below it or below 1, or a negative time.</exception>
    /// <exception cref="MultiprocessingUsageException">
    /// This process is a daemon, so it may have no children; or the initializer or its arguments cannot go to another process.
    /// </exception>
    public ElasticPool(
        int minimum,
        int maximum,
        TimeSpan? idleTime = null,
        string? name = null,
        Delegate? initializer = null,
        object?[]? arguments = null,
        TimeProvider? clock = null
    )
        : base(
            nameof(ElasticPool),
            name,
            PoolRules.Sizing(
                minimum,
                maximum,
                idleTime ?? TimeSpan.FromSeconds(DefaultIdleSeconds),
                clock ?? TimeProvider.System
            ),
            initializer,
            arguments,
            maxTasks: 0
        ) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>How many workers it has at least.</summary>
    public int Minimum { get; }

    /// <summary>How many workers it has at most.</summary>
    public int Maximum { get; }

    /// <summary>How many workers it has at this moment.</summary>
    public override int Size => _isControlled ? Maximum : Workers.Count;
}
