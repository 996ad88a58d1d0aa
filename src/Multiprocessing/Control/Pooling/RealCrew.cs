namespace ConcurrencyKatas.Control;

/// <summary>
/// Workers that are processes of the operating system. They take their tasks from a board in shared memory, and each has a ring
/// for its answers; one thread of this process, the keeper, reads those, posts what found no room, and replaces who has
/// died. A killed worker costs the task that it had, and can block nobody.
/// </summary>
internal sealed class RealCrew : PoolCrew
{
    // Sleepers are woken while the rest of a large job is still being posted.
    private const int PostedAtOnce = 32;

    private readonly System.Threading.Lock _gate = new();
    private readonly PoolSetup _setup;
    private readonly PoolRoom _room;
    private readonly PoolRoster _roster;
    private readonly TaskDesk _desk;
    private readonly OutcomeLine _outcomes = new();
    private readonly Thread _results;
    private readonly Thread _keeper;
    private bool _isClosed;
    private bool _isStopped;
    private int _calls;
    private int _answered;

    public RealCrew(PoolSetup setup)
        : base(setup.Name)
    {
        _setup = setup;
        _room = PoolRoom.Create(setup.Sizing.Maximum);
        _desk = new TaskDesk(_room.Board);
        _roster = new PoolRoster(_room, setup, Call);
        _results = new Thread(HandOut) { IsBackground = true, Name = ThreadName };
        _keeper = new Thread(Keep) { IsBackground = true, Name = $"{setup.Name}'s keeper" };
        try
        {
            _roster.Fill(setup.Sizing.Minimum);
        }
        catch
        {
            _roster.EndAll();
            _room.Dispose();
            throw;
        }
        _results.Start();
        _keeper.Start();
    }

    public override bool IsResultsThread => Thread.CurrentThread == _results;

    public override IReadOnlyList<Process> Workers => _roster.Workers;

    public override Completion NewCompletion() => new RealCompletion(this);

    public override Arrivals<T> NewArrivals<T>() => new RealArrivals<T>(this);

    public override bool PutAll(IEnumerable<PoolTask> tasks)
    {
        bool isOpen = true;
        foreach (PoolTask[] some in tasks.Chunk(PostedAtOnce))
        {
            lock (_gate)
            {
                isOpen = !_isClosed && !_isStopped;
                if (!isOpen)
                {
                    break;
                }
                _desk.Add(some);
                if (_setup.Sizing.IsElastic)
                {
                    Call();
                }
            }
        }
        return isOpen;
    }

    public override void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
        Call();
    }

    public override void Join()
    {
        _keeper.Join();
        _results.Join();
    }

    protected override void GiveUp() => Stop();

    private void HandOut()
    {
        while (_outcomes.Take() is { } outcomes)
        {
            outcomes.ForEach(Deliver);
        }
    }

    private void Keep()
    {
        bool[] ended = [];
        while (Step(ended))
        {
            ended = _room.Bell.Sleep(_roster.Watched, IsNews);
        }
        lock (_gate)
        {
            Stop();
            _room.Dispose();
        }
        _outcomes.Complete();
    }

    /// <returns>Whether the pool goes on.</returns>
    private bool Step(bool[] ended)
    {
        List<PoolOutcome> outcomes = [];
        bool goesOn;
        try
        {
            Look(ended, outcomes);
            goesOn = !_isStopped && Adjust();
        }
        catch (Exception exception)
        {
            // On this thread it would end the whole process.
            Break(PoolRules.Broken(Name, $"its memory failed. {StudentTrace.MessageOf(exception)}", exception));
            goesOn = false;
        }
        if (!goesOn)
        {
            _roster.EndAll();
        }
        if (Failure is not null)
        {
            outcomes.Add(new PoolOutcome(PoolMessages.NoJob, 0, null, Failure));
        }
        _outcomes.Add(outcomes);
        return goesOn;
    }

    // What the workers have answered, and what has become of them.
    private void Look(bool[] ended, List<PoolOutcome> outcomes)
    {
        _answered = Volatile.Read(ref _calls);
        Process[] gone = _roster.Gone(ended);
        lock (_gate)
        {
            _desk.Reclaim(_roster.Seats);
            foreach (PoolSeat seat in _roster.Seats)
            {
                Read(seat, outcomes);
            }
            foreach (PoolSeat seat in _roster.Seats.Where(seat => gone.Contains(seat.Process)))
            {
                Bury(seat, outcomes);
            }
            _desk.Post();
            if (_isClosed && _desk.IsPosted)
            {
                _room.Board.Close();
            }
        }
    }

    // The gate need not be held: what comes a moment later rings.
    private bool IsNews() => Volatile.Read(ref _calls) != _answered || _roster.HaveAnswered || _desk.HasRoom;

    private bool Adjust()
    {
        int waiting;
        lock (_gate)
        {
            waiting = _desk.Waiting;
        }
        try
        {
            _roster.Adjust(waiting, _isClosed);
        }
        catch (Exception exception)
        {
            Break(
                PoolRules.Broken(Name, $"it could not start a worker. {StudentTrace.MessageOf(exception)}", exception)
            );
        }
        return Failure is null && !(_isClosed && waiting == 0 && _roster.IsEmpty);
    }

    private void Read(PoolSeat seat, List<PoolOutcome> outcomes)
    {
        if (seat.Process is null || seat.Distrust is not null)
        {
            return;
        }
        AnswerRing ring = _room.RingOf(seat.Number);
        try
        {
            while (ring.TryPeek(out WorkerAnswer answer))
            {
                byte[] message = answer.LargeLength == 0 ? answer.Message : _roster.ReadLarge(seat, answer.LargeLength);
                ring.Advance(answer.Message.Length);
                Take(seat, answer, message, outcomes);
            }
        }
        catch (Exception exception)
        {
            // Nobody knows what the worker is about to say; another one takes its place.
            seat.Distrust = exception;
            seat.Process.Kill();
        }
    }

    private void Take(PoolSeat seat, WorkerAnswer answer, byte[] message, List<PoolOutcome> outcomes)
    {
        switch (answer.Kind)
        {
            case AnswerKind.Ready:
                _roster.Began(seat);
                return;
            case AnswerKind.CannotBegin:
                Exception cause = PoolMessages.Read(message).Read<object>([])!;
                Break(PoolRules.InitializerThrew(Name, seat.Process!.Name, cause));
                return;
        }
        PoolOutcome outcome = PoolMessages.Read(message);
        _desk.Finish(seat.Process!.Name, answer.Sequence, outcome);
        if (seat.Sequence <= answer.Sequence)
        {
            _roster.Rest(seat);
        }
        outcomes.Add(outcome);
    }

    private void Bury(PoolSeat seat, List<PoolOutcome> outcomes)
    {
        Process worker = seat.Leave();
        if (_desk.Bury(seat) is { } task)
        {
            outcomes.Add(
                new PoolOutcome(
                    task.Job,
                    task.Part,
                    null,
                    seat.Distrust ?? PoolRules.Lost(Name, worker.Name, worker.Id, worker.ExitCode)
                )
            );
        }
        seat.Sequence = -1;
        if (_roster.Ended(seat, worker.ExitCode) is { } why)
        {
            Break(
                PoolRules.Broken(
                    Name,
                    $"{why} The last one, {worker.Name}, ended with exit code {worker.ExitCode}.",
                    null
                )
            );
        }
    }

    private void Break(BrokenPoolException failure)
    {
        Fail(failure);
        Stop();
    }

    private void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            _desk.Clear();
        }
        Call();
    }

    // The memory of a pool that is over is gone.
    private void Call()
    {
        _ = Interlocked.Increment(ref _calls);
        lock (_gate)
        {
            if (_room.Memory.IsMapped)
            {
                _room.Bell.Ring();
            }
        }
    }
}
