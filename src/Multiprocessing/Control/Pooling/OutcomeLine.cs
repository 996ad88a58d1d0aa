namespace ConcurrencyKatas.Control;

/// <summary>The outcomes that the results thread of a real pool has not handed out yet.</summary>
internal sealed class OutcomeLine
{
    private readonly object _gate = new();
    private List<PoolOutcome> _outcomes = [];
    private bool _isComplete;

    /// <summary>Adds some at the end.</summary>
    public void Add(IReadOnlyCollection<PoolOutcome> outcomes)
    {
        lock (_gate)
        {
            _outcomes.AddRange(outcomes);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Says that there will be no more.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for outcomes and takes them all; <see langword="null"/> when there will be none.</summary>
    public List<PoolOutcome>? Take()
    {
        lock (_gate)
        {
            while (_outcomes.Count == 0)
            {
                if (_isComplete)
                {
                    return null;
                }
                _ = Monitor.Wait(_gate);
            }
            List<PoolOutcome> taken = _outcomes;
            _outcomes = [];
            return taken;
        }
    }
}
