using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>What a <see cref="Barrier"/> does for real.</summary>
/// <param name="session">Where it is.</param>
/// <param name="offset">The barrier's slot.</param>
/// <param name="seats">Where its parties sit.</param>
/// <param name="name">The barrier's name.</param>
internal sealed unsafe class BarrierRoom(Session session, int offset, BarrierSeats seats, string name)
{
    /// <summary>How many wait.</summary>
    public int NumberWaiting =>
        Now is { Phase: BarrierPhase.Filling or BarrierPhase.Acting } now ? seats.Occupied(now.Number) : 0;

    /// <summary>Whether everybody is sent away.</summary>
    public bool IsBroken => Now.Phase == BarrierPhase.Broken;

    private int* Word => (int*)(session.Slot(offset) + SlotLayout.Word);

    private int* Sleepers => (int*)(session.Slot(offset) + SlotLayout.Sleepers);

    private BarrierRound Now => new(Volatile.Read(ref *Word));

    /// <summary>Waits until all have come.</summary>
    /// <param name="action">What the last one does.</param>
    /// <param name="timeout">Ticks; −1 for ever.</param>
    /// <param name="cancellation">Ends the wait early.</param>
    /// <returns>How many came before.</returns>
    public int Wait(Action? action, long timeout, CancellationToken cancellation)
    {
        (int seat, BarrierRound round) = TakeSeat(cancellation);
        try
        {
            if (!Open(round, action))
            {
                AwaitOpening(timeout, cancellation);
            }
            return seat;
        }
        finally
        {
            seats.Leave(seat, round.Number);
            Refill();
        }
    }

    /// <summary>Breaks it.</summary>
    public void Abort()
    {
        while (Now is { Phase: not BarrierPhase.Broken } now && !Turn(now, now.In(BarrierPhase.Broken))) { }
    }

    /// <summary>Sends away those who wait, and makes it whole.</summary>
    public void Reset()
    {
        while (
            Now is { Phase: BarrierPhase.Filling or BarrierPhase.Broken } now
            && !(now.Phase == BarrierPhase.Filling && seats.AreEmpty)
            && !Turn(now, now.In(BarrierPhase.Resetting))
        ) { }
        Tend();
    }

    /// <summary>The exception for a barrier that did not hold.</summary>
    public static BrokenBarrierException Broken(string name, string what) =>
        new(
            $"{CurrentProcess.Name} waited at {name}, which {what}. All parties get this exception until Reset() is called; "
                + "nobody may go on as if the others had come."
        );

    private (int Seat, BarrierRound Round) TakeSeat(CancellationToken cancellation)
    {
        using CancellationTokenRegistration wake = WakeOn(cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            BarrierRound now = Now;
            if (now.Phase == BarrierPhase.Broken)
            {
                throw Broken(name, "is broken: a party gave up or ended, or it was aborted");
            }
            int seat = now.Phase == BarrierPhase.Filling ? seats.Take(now.Number) : -1;
            if (seat < 0)
            {
                Sleep(now, new Deadline(-1));
                continue;
            }
            // Taken in time, unless the round was over already.
            if (Now.Number == now.Number && Now.Phase is not (BarrierPhase.Broken or BarrierPhase.Resetting))
            {
                return (seat, now);
            }
            seats.Leave(seat, now.Number);
            Refill();
        }
    }

    // Whether this party lets all through: nobody else sees all seats taken and turns the round over first.
    private bool Open(BarrierRound round, Action? action)
    {
        var (filling, acting) = (round.In(BarrierPhase.Filling), round.In(BarrierPhase.Acting));
        if (seats.Occupied(round.Number) < seats.Count)
        {
            return false;
        }
        if (action is null)
        {
            return Turn(filling, round.In(BarrierPhase.Draining));
        }
        if (!Turn(filling, acting))
        {
            return false;
        }
        Run(action);
        return Turn(acting, round.In(BarrierPhase.Draining));
    }

    private void Run(Action action)
    {
        bool done = false;
        try
        {
            action();
            done = true;
        }
        finally
        {
            if (!done)
            {
                Abort();
            }
        }
    }

    private void AwaitOpening(long timeout, CancellationToken cancellation)
    {
        var deadline = new Deadline(timeout);
        using CancellationTokenRegistration wake = WakeOn(cancellation);
        while (true)
        {
            BarrierRound now = Now;
            switch (now.Phase)
            {
                case BarrierPhase.Draining:
                    return;
                case BarrierPhase.Broken:
                    throw Broken(name, "broke: another party gave up or ended, or it was aborted");
                case BarrierPhase.Resetting:
                    throw Broken(name, "was reset while this party waited");
                case BarrierPhase.Filling when cancellation.IsCancellationRequested:
                    if (Turn(now, now.In(BarrierPhase.Broken)))
                    {
                        throw new OperationCanceledException(cancellation);
                    }
                    break;
                case BarrierPhase.Filling when !deadline.TryGetSlice(out _):
                    if (Turn(now, now.In(BarrierPhase.Broken)))
                    {
                        throw Broken(name, $"broke: not all of its {seats.Count} parties came in time");
                    }
                    break;
                default:
                    Sleep(now, now.Phase == BarrierPhase.Filling ? deadline : new Deadline(-1));
                    break;
            }
        }
    }

    // While the word stays what it is; nobody woke us for a while: perhaps those who should have are dead.
    private void Sleep(BarrierRound now, in Deadline deadline)
    {
        _ = Interlocked.Increment(ref *Sleepers);
        bool woken = deadline.TryGetSlice(out long slice) && Futex.WaitWhile(Word, now.Word, slice);
        _ = Interlocked.Decrement(ref *Sleepers);
        if (!woken)
        {
            Tend();
        }
    }

    // Does for the dead what they cannot do any more.
    private void Tend()
    {
        BarrierRound now = Now;
        bool isOpen = now.Phase is BarrierPhase.Filling or BarrierPhase.Acting;
        seats.FreeDead(isOpen ? now.Number : -1);
        if (isOpen && seats.HasDeadIn(now.Number))
        {
            _ = Turn(now, now.In(BarrierPhase.Broken));
        }
        Refill();
    }

    // The next round begins when everybody has gone.
    private void Refill()
    {
        if (Now is { Phase: BarrierPhase.Draining or BarrierPhase.Resetting } now && seats.AreEmpty)
        {
            _ = Turn(now, now.Next());
        }
    }

    private bool Turn(BarrierRound from, BarrierRound to)
    {
        if (Interlocked.CompareExchange(ref *Word, to.Word, from.Word) != from.Word)
        {
            return false;
        }
        if (Volatile.Read(ref *Sleepers) > 0)
        {
            WakeAll();
        }
        return true;
    }

    private CancellationTokenRegistration WakeOn(CancellationToken cancellation) =>
        cancellation.UnsafeRegister(static self => ((BarrierRoom)self!).WakeAll(), this);

    private void WakeAll() => Futex.Wake(Word, int.MaxValue);
}
