namespace ConcurrencyKatas.Control;

/// <summary>
/// Workers that are actors of a controlled run, and a results thread that is one as well. Tasks and results go through
/// queues that the arbiter has models of.
/// </summary>
/// <remarks>
/// Terminate drops the tasks that nobody has begun; a worker that has begun one comes to its end, and the result is dropped.
/// What a kill in the middle of a task does is for the runs that are for real. An elastic pool has its largest size from the
/// beginning: which worker takes a task is the scheduler's choice, so a smaller one can do nothing that this cannot.
/// </remarks>
internal sealed class ControlledCrew : PoolCrew
{
    private readonly IController _controller;
    private readonly TaskQueue _tasks;
    private readonly TaskQueue _results;
    private readonly PoolWorker[] _workers;
    private readonly int _thread;
    private int _resultCount;
    private int _streamCount;
    private bool _isOver;

    [ThreadStatic]
    private static ControlledCrew? t_handsOut;

    public ControlledCrew(IController controller, PoolSetup setup)
        : base(setup.Name)
    {
        if (setup.MaxTasks > 0)
        {
            throw new NotSupportedException(
                $"{setup.Name} limits the tasks of a worker (maxTasksPerChild), which is not part of controlled runs: all "
                    + "actors of a pool are started with it. The tests that run for real cover it."
            );
        }
        _controller = controller;
        _tasks = new TaskQueue(Name + QueueNames.Tasks);
        _results = new TaskQueue(Name + QueueNames.Results);
        _workers = new PoolWorker[setup.Sizing.Maximum];
        for (int worker = 0; worker < _workers.Length; worker++)
        {
            _workers[worker] = new PoolWorker(_tasks, _results, worker, setup);
            _workers[worker].Start();
        }
        _thread = (int)controller.Arrive(Operation.StartThread(ThreadName)).Value;
        controller.Host(_thread, ThreadName, HandOut);
    }

    public override bool IsResultsThread => t_handsOut == this;

    public override IReadOnlyList<Process> Workers => _workers;

    public override Completion NewCompletion() =>
        new ControlledCompletion(this, new ResultSlot($"{Name}'s AsyncResult {++_resultCount}", _thread));

    public override Arrivals<T> NewArrivals<T>() =>
        new ControlledArrivals<T>(this, $"{Name}{QueueNames.Stream}{++_streamCount}");

    public override void Close() => _tasks.Close(drop: false, isQuiet: false);

    public override void Join()
    {
        foreach (PoolWorker worker in _workers)
        {
            worker.Join();
        }
        // Nobody is left who could put a result there. The thread is joined next.
        if (!_isOver)
        {
            _isOver = true;
            _results.Close(drop: false, isQuiet: true);
        }
        _ = _controller.Arrive(Operation.OnActor(OperationKind.Join, _thread));
    }

    public override bool PutAll(IEnumerable<PoolTask> tasks) => tasks.All(task => _tasks.Put(task.Message));

    protected override void GiveUp() => _tasks.Close(drop: true, isQuiet: false);

    private void HandOut()
    {
        t_handsOut = this;
        while (_results.Get() is { } answer)
        {
            PoolOutcome outcome = PoolMessages.Read(answer);
            if (outcome.Job == PoolMessages.NoJob)
            {
                BreakBy(outcome);
            }
            Deliver(outcome);
        }
    }

    private void BreakBy(PoolOutcome outcome)
    {
        if (Failure is null)
        {
            Exception cause = outcome.Read<object>([])!;
            Fail(PoolRules.InitializerThrew(Name, _workers[outcome.Part].Name, cause));
            GiveUp();
        }
    }
}
