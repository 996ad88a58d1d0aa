using System.Collections.Concurrent;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Workers that are processes of the operating system. Each has a thread of its own in the parent, its tender, that
/// hands it one task at a time through pipes that nobody else holds: a killed worker costs the task that it had, and
/// can block nobody.
/// </summary>
internal sealed class RealCrew : PoolCrew
{
    private readonly TaskLine _line = new();
    private readonly BlockingCollection<PoolOutcome> _outcomes = [];
    private readonly List<Tender> _tenders = [];
    private readonly Thread _results;

    public RealCrew(string name, int workers)
        : base(name)
    {
        _results = new Thread(HandOut) { IsBackground = true, Name = ThreadName };
        try
        {
            for (int worker = 0; worker < workers; worker++)
            {
                _tenders.Add(new Tender(name, _line, _outcomes));
            }
        }
        catch
        {
            _tenders.ForEach(tender =>
            {
                tender.Stop();
                tender.LetGo();
            });
            throw;
        }
        _results.Start();
        _tenders.ForEach(tender => tender.Begin());
    }

    public override bool IsResultsThread => Thread.CurrentThread == _results;

    public override IReadOnlyList<Process> Workers => [.. _tenders.Select(tender => tender.Worker).OfType<Process>()];

    public override Completion NewCompletion() => new RealCompletion(this);

    public override void Close() => _line.Close(drop: false);

    public override void Join()
    {
        _tenders.ForEach(tender => tender.Join());
        _outcomes.CompleteAdding();
        _results.Join();
    }

    protected override bool Put(PoolTask task) => _line.Put(task);

    protected override void GiveUp()
    {
        _line.Close(drop: true);
        _tenders.ForEach(tender => tender.Stop());
    }

    private void HandOut()
    {
        foreach (PoolOutcome outcome in _outcomes.GetConsumingEnumerable())
        {
            Deliver(outcome);
        }
    }
}
