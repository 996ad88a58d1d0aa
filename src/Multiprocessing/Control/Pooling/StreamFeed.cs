namespace ConcurrencyKatas.Control;

/// <summary>Reads an input in chunks, and submits each as soon as it is read.</summary>
/// <param name="items">The input.</param>
/// <param name="chunk">How many items make a part.</param>
/// <param name="ahead">How many parts may be submitted that nobody has taken.</param>
/// <param name="submit">Submits a part; returns whether the pool took it.</param>
/// <param name="ended">Called once, with how many parts there are, and whether somebody may wait for one that will not come.</param>
internal sealed class StreamFeed<T>(
    IEnumerator<T> items,
    int chunk,
    int ahead,
    Func<int, T[], bool> submit,
    Action<StreamFeed<T>, int, bool> ended
) : IStreamFeed
{
    private readonly System.Threading.Lock _gate = new();
    private bool _isReading;
    private bool _isWhole;
    private bool _isStopped;
    private int _taken;
    private int _submitted;
    private bool _hasEnded;

    public int Submitted => Volatile.Read(ref _submitted);

    public bool HasEnded => Volatile.Read(ref _hasEnded);

    public Exception? Error { get; private set; }

    public void Feed(int taken)
    {
        lock (_gate)
        {
            _taken = Math.Max(_taken, taken);
        }
        Read();
    }

    public void FeedAll()
    {
        lock (_gate)
        {
            _isWhole = true;
        }
        Read();
    }

    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
        }
        Read();
    }

    // The lock is not held while anything is read or submitted: that runs the caller's code, or waits for the arbiter.
    private void Read()
    {
        while (Begin())
        {
            bool goesOn = !_isStopped && Next();
            lock (_gate)
            {
                _isReading = false;
                Volatile.Write(ref _hasEnded, !goesOn);
            }
            if (!goesOn)
            {
                ended(this, Submitted, _isWhole);
                items.Dispose();
            }
        }
    }

    private bool Begin()
    {
        lock (_gate)
        {
            bool isDue = _isStopped || _isWhole || Submitted - _taken < ahead;
            return isDue && !_isReading && !HasEnded && (_isReading = true);
        }
    }

    private bool Next()
    {
        List<T> read = [];
        try
        {
            while (read.Count < chunk && items.MoveNext())
            {
                read.Add(items.Current);
            }
        }
        catch (Exception exception) when (exception is not ModelMismatchException)
        {
            Error = exception; // Thrown after the results of what was read before.
        }
        return read.Count > 0 && Submit([.. read]) && Error is null && read.Count == chunk;
    }

    private bool Submit(T[] calls)
    {
        try
        {
            if (!submit(Submitted, calls))
            {
                return false;
            }
            Volatile.Write(ref _submitted, _submitted + 1);
            return true;
        }
        catch (MultiprocessingUsageException exception)
        {
            Error = exception; // One of them cannot travel: thrown where its result would have come.
            return false;
        }
    }
}
