using System.Collections;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// The results of <see cref="PoolBase.IMap"/> and <see cref="PoolBase.IMapUnordered"/>, one by one as they come. Can be gone
/// through once, by one thread at a time.
/// </summary>
/// <typeparam name="T">What the function returns.</typeparam>
/// <remarks>
/// The input is read as results are taken, at most 64 chunks (or four for each worker) ahead of them; closing the pool reads the
/// rest. So an input may be endless. Semantics are otherwise those of Python's <c>multiprocessing.pool.IMapIterator</c>.
/// </remarks>
public sealed class ResultIterator<T> : IEnumerable<T>, IEnumerator<T>
{
    private readonly IStreamFeed _feed;
    private readonly Arrivals<T> _arrivals;
    private T[] _values = [];
    private int _next;
    private int _taken;
    private bool _hasThrown;

    internal ResultIterator(IStreamFeed feed, Arrivals<T> arrivals) => (_feed, _arrivals) = (feed, arrivals);

    /// <summary>The result that <see cref="MoveNext()"/> came to.</summary>
    public T Current { get; private set; } = default!;

    object? IEnumerator.Current => Current;

    /// <summary>Waits for the next result.</summary>
    /// <returns>Whether there is one; afterwards it is <see cref="Current"/>.</returns>
    /// <exception cref="RemoteException">
    /// The function threw; of a chunk, all results are lost with that. The results that follow can still be taken.
    /// </exception>
    /// <exception cref="WorkerLostException">The worker died over it; the same holds.</exception>
    /// <exception cref="PoolTerminatedException">The pool was terminated first.</exception>
    /// <exception cref="BrokenPoolException">The pool has given up.</exception>
    public bool MoveNext() => MoveNext(Timeout.InfiniteTimeSpan);

    /// <summary>Waits for the next result, for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether there is one; afterwards it is <see cref="Current"/>.</returns>
    /// <exception cref="TimeoutException">It has not come in time; it is not lost, and may be asked for again.</exception>
    /// <exception cref="RemoteException">See <see cref="MoveNext()"/>, also for what else it throws.</exception>
    public bool MoveNext(TimeSpan timeout)
    {
        while (_next == _values.Length)
        {
            _feed.Feed(_taken);
            if (_feed.HasEnded && _taken == _feed.Submitted)
            {
                return End();
            }
            StreamPart<T> part =
                _arrivals.Take(timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(0, timeout.Ticks))
                ?? throw new TimeoutException(
                    $"The next result was not there within {timeout}. The work goes on; ask again later."
                );
            if (part.IsWake)
            {
                continue;
            }
            _taken++;
            if (part.Error is not null)
            {
                _ = PoolRules.Again(part.Error);
            }
            (_values, _next) = (part.Values, 0);
        }
        Current = _values[_next++];
        return true;
    }

    /// <summary>The next result; Python's <c>next()</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none: all have been taken.</exception>
    /// <exception cref="RemoteException">See <see cref="MoveNext()"/>, also for what else it throws.</exception>
    public T Next() => Next(Timeout.InfiniteTimeSpan);

    /// <summary>The next result, waited for for a limited time; Python's <c>next(timeout)</c>.</summary>
    /// <param name="timeout">See <see cref="MoveNext(TimeSpan)"/>.</param>
    /// <exception cref="InvalidOperationException">There is none: all have been taken.</exception>
    /// <exception cref="TimeoutException">It has not come in time; it is not lost, and may be asked for again.</exception>
    /// <exception cref="RemoteException">See <see cref="MoveNext()"/>, also for what else it throws.</exception>
    public T Next(TimeSpan timeout) =>
        MoveNext(timeout)
            ? Current
            : throw new InvalidOperationException(
                $"Next was asked for, but all {_taken} chunks of results have been taken. Use foreach, or MoveNext, which says "
                    + "when there are no more."
            );

    /// <summary>For <c>foreach</c>: the results from here on. A second loop goes on where the first one stopped.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        while (MoveNext())
        {
            yield return Current;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Not supported: what was taken is gone.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Reset() =>
        throw new NotSupportedException(
            "The results of IMap can be gone through once. Keep them in a list, or call Map."
        );

    /// <summary>
    /// Reads no more of the input; what has been read is still done. Needed where the input is endless and the pool is to be
    /// closed. The end of a <c>foreach</c> does not do this.
    /// </summary>
    public void Dispose() => _feed.Stop();

    // What reading the input threw comes where the results of its items would have come, once.
    private bool End()
    {
        if (_feed.Error is { } error && !_hasThrown)
        {
            _hasThrown = true;
            _ = PoolRules.Again(error);
        }
        return false;
    }
}
